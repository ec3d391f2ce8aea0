"""`dondoc account token`: the tokens by which programs act for a person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _
from dondoc.cli.options import As, AsJson, Dir
from dondoc.cli.output import print_json, print_table, say

if TYPE_CHECKING:
    from models import ApiToken

app = App(_("API tokens: made, listed and revoked."))

Who = Annotated[str, typer.Argument(metavar=_("PERSON"), help=_("Code of the person."))]
Name = Annotated[
    str, typer.Option("--name", metavar=_("TEXT"), help=_("What to call it: which program has it."))
]
Days = Annotated[int, typer.Option("--days", metavar="N", help=_("How many days it is valid, 365 at most."))]
QUARTER = 90
SHOWN = {"name", "made_at", "ends_at", "last_used_on"}


@app.command("make", help=_("Make a token by which a program acts for the person who asks, and print it."))
def make(person: Who, name: Name, days: Days = QUARTER, acting: As = None, folder: Dir = None) -> None:
    """Make a token and print it."""
    from dondoc import clock
    from dondoc.cli.deed import acting_in
    from dondoc.services.api_tokens import make_token

    with acting_in(folder, acting, None) as deed:
        secret, token = make_token(deed.world, deed.occasion, person, name, days, clock.now())
    said = _("The token %(name)s of %(person)s is valid until %(day)s. It is shown this once only:")
    say(said % {"name": token.name, "person": person, "day": _row(token)[1]})
    typer.echo(secret)


@app.command("list", help=_("List a person's tokens; what they are is never shown again."))
def list_(person: Who, folder: Dir = None, as_json: AsJson = False) -> None:
    """List the tokens of a person that have not ended."""
    from dondoc import clock
    from dondoc.cli.deed import looking_at
    from dondoc.services.accounts import person_called
    from dondoc.services.api_tokens import tokens_of

    with looking_at(folder, None) as world:
        tokens = tokens_of(world.session, person_called(world.session, person), clock.now())
    if as_json:
        print_json([token.model_dump(include=SHOWN) for token in tokens])
    elif not tokens:
        say(_("%(person)s has no token.") % {"person": person})
    else:
        print_table((_("Name"), _("Valid until"), _("Last used")), [_row(token) for token in tokens])


def _row(token: ApiToken) -> tuple[str, ...]:
    from dondoc import clock
    from dondoc.cli.task_tables import date

    last = date(token.last_used_on) if token.last_used_on else _("never")
    return token.name, date(token.ends_at.astimezone(clock.VIET_NAM).date()), last


@app.command("revoke", help=_("Revoke a person's token."))
def revoke(person: Who, name: Name, acting: As = None, folder: Dir = None) -> None:
    """End a token."""
    from dondoc import clock
    from dondoc.cli.deed import acting_in
    from dondoc.services.api_tokens import revoke_token

    with acting_in(folder, acting, None) as deed:
        revoke_token(deed.world, deed.occasion, person, name, clock.now())
    say(_("The token %(name)s of %(person)s is revoked.") % {"name": name, "person": person})

"""`dondoc account`: how people sign in to the page."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from dondoc.cli import account_token
from dondoc.cli.app import App
from dondoc.cli.language import _
from dondoc.cli.options import As, Dir
from dondoc.cli.output import say

app = App(_("Accounts: password, language, a link that signs somebody in, tokens for programs."))
app.add_typer(account_token.app, name="token")


class Spoken(StrEnum):
    """The languages there are, known without the models so that `--help` stays fast."""

    VI = "vi"
    EN = "en"


Who = Annotated[str, typer.Argument(metavar=_("PERSON"), help=_("Code of the person."))]

Chosen = Annotated[Spoken, typer.Argument(metavar="vi|en", help=_("Vietnamese or English."))]


@app.command("password", help=_("Set a person's password; it is asked for, never given as an argument."))
def password(person: Who, acting: As = None, folder: Dir = None) -> None:
    """Give a person a local account, or another password."""
    from dondoc import clock
    from dondoc.cli.deed import acting_in
    from dondoc.services.accounts import set_password

    secret = typer.prompt(_("Password"), hide_input=True, confirmation_prompt=_("Once more"), err=True)
    with acting_in(folder, acting, None) as deed:
        set_password(deed.world, deed.occasion, person, secret, clock.now())
    say(_("The password of %(person)s is set; their other sessions have ended.") % {"person": person})


@app.command(
    "language", help=_("Choose the language in which page and messages speak to the person who asks.")
)
def language(person: Who, chosen: Chosen, acting: As = None, folder: Dir = None) -> None:
    """Choose a person's own language."""
    from dondoc.cli.deed import acting_in
    from dondoc.services.own_language import choose_language
    from models import Language

    with acting_in(folder, acting, None) as deed:
        choose_language(deed.world, deed.occasion, person, Language(chosen.value))
    say(_("Page and messages speak this language to %(person)s from now on.") % {"person": person})


@app.command("link", help=_("Make a link that signs a person in once, within half an hour."))
def link(person: Who, acting: As = None, folder: Dir = None) -> None:
    """Make a single-use sign-in link and print it."""
    from dondoc import clock
    from dondoc.cli.deed import acting_in
    from dondoc.cli.edge import load_settings
    from dondoc.services.accounts import link_for

    with acting_in(folder, acting, None) as deed:
        token = link_for(deed.world, deed.occasion, person, clock.now())
    say(_("Hand this link to nobody but %(person)s:") % {"person": person})
    typer.echo(f"{load_settings(folder).base_url}/sign-in/{token}")

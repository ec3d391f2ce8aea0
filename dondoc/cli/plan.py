"""`dondoc plan`: plans listed and shown, and their life from the draft to the close."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from dondoc.cli.app import App
from dondoc.cli.language import _
from dondoc.cli.options import As, AsJson, Dir, On
from dondoc.cli.output import print_json, say
from dondoc.cli.plan_cut import add, join, mend, split
from dondoc.cli.plan_excel import export, import_
from dondoc.cli.plan_set import set_

app = App(_("Plans: list and show them, work on a draft, open, consult, submit, approve, issue and close."))

Code = Annotated[str, typer.Argument(metavar=_("PLAN"), help=_("Code of the plan."))]
Opinion = Annotated[str, typer.Option("--text", metavar=_("TEXT"), help=_("What the unit has to say."))]
Reason = Annotated[str, typer.Option("--reason", metavar=_("TEXT"), help=_("Why it is returned."))]
Past = Annotated[
    str | None,
    typer.Option(
        "--confirm-past", metavar=_("REASON"), help=_("Why due dates that have already passed are approved.")
    ),
]


@app.command("list", help=_("List the plans and how they stand."))
def list_(folder: Dir = None, as_json: AsJson = False) -> None:
    """List plans."""
    from dondoc.cli.deed import looking_at
    from dondoc.cli.plan_page import print_plans
    from dondoc.services.plan_view import listed

    with looking_at(folder, None) as world:
        lines = listed(world)
    if as_json:
        print_json([asdict(line) for line in lines])
    else:
        print_plans(lines)


@app.command("show", help=_("Show a plan: state, opinions, items, and what is still open."))
def show(plan: Code, on: On = None, folder: Dir = None, as_json: AsJson = False) -> None:
    """Show one plan in full."""
    from dondoc.cli.deed import looking_at
    from dondoc.cli.plan_page import print_plan
    from dondoc.services.plan_view import shown

    with looking_at(folder, on) as world:
        view = shown(world, plan)
    if as_json:
        fields = asdict(view)
        print_json(fields.pop("line") | fields)
    else:
        print_plan(view)


app.command("set", help=_("Set what people decide about one item of a plan."))(set_)
app.command("mend", help=_("Let an item of a draft begin or end with other words of its document."))(mend)
app.command("split", help=_("Split an item of a draft in two."))(split)
app.command("join", help=_("Join an item of a draft with the one that follows it."))(join)
app.command("add", help=_("Add an item to a draft: words that were read into none."))(add)
app.command("export", help=_("Write a plan as an Excel workbook, to be filled in."))(export)
app.command("import", help=_("Take a filled-in workbook back, all or nothing."))(import_)


@app.command("open", help=_("Send a draft out to be made; the clock of making it starts."))
def open_(plan: Code, acting: As = None, on: On = None, folder: Dir = None) -> None:
    """Open a draft."""
    from dondoc.cli.deed import acting_in
    from dondoc.cli.task_tables import date
    from dondoc.services.plan_life import open_plan
    from models import Person

    with acting_in(folder, acting, on) as deed:
        task = open_plan(deed.world, deed.occasion, plan)
        person = deed.world.session.get_one(Person, task.assignee_id)
    said = _("%(plan)s is opened: %(person)s makes it in task %(task)s, due date: %(day)s.")
    say(said % {"plan": plan, "person": person.name, "task": task.code, "day": date(task.due_on)})


@app.command("consult", help=_("Ask the coordinating units for their opinion."))
def consult(plan: Code, acting: As = None, on: On = None, folder: Dir = None) -> None:
    """Put a plan to its coordinating units."""
    from dondoc.cli.deed import acting_in
    from dondoc.cli.task_tables import count, date
    from dondoc.services.plan_life import consult

    with acting_in(folder, acting, on) as deed:
        tasks = consult(deed.world, deed.occasion, plan)
    said = _("%(plan)s is in consultation: %(count)s unit(s) give an opinion by %(day)s (%(tasks)s).")
    codes = ", ".join(task.code for task in tasks)
    say(said % {"plan": plan, "count": count(len(tasks)), "day": date(tasks[0].due_on), "tasks": codes})


@app.command("opine", help=_("Give the opinion of a unit that was asked."))
def opine(plan: Code, text: Opinion, acting: As = None, on: On = None, folder: Dir = None) -> None:
    """Give an opinion."""
    from dondoc.cli.deed import acting_in
    from dondoc.services.plan_life import opine

    with acting_in(folder, acting, on) as deed:
        units = opine(deed.world, deed.occasion, plan, text)
    say(_("The opinion of %(units)s on %(plan)s is recorded.") % {"units": ", ".join(units), "plan": plan})


@app.command("submit", help=_("Lay the plan before the Director General."))
def submit(plan: Code, acting: As = None, on: On = None, folder: Dir = None) -> None:
    """Submit a plan."""
    from dondoc.cli.deed import acting_in
    from dondoc.cli.task_tables import date
    from dondoc.services.plan_life import submit

    with acting_in(folder, acting, on) as deed:
        done = submit(deed.world, deed.occasion, plan)
    said = _("%(plan)s is submitted; the Director General decides by %(day)s (%(task)s).")
    say(said % {"plan": plan, "day": date(done.approval.due_on), "task": done.approval.code})
    if done.silent:
        say(_("No opinion came from: %(units)s.") % {"units": ", ".join(done.silent)})


@app.command("approve", help=_("Approve a submitted plan and queue it for issuing."))
def approve(
    plan: Code, confirm_past: Past = None, acting: As = None, on: On = None, folder: Dir = None
) -> None:
    """Approve a plan."""
    from dondoc.cli.deed import acting_in
    from dondoc.services.approval import approve

    with acting_in(folder, acting, on) as deed:
        approve(deed.world, deed.occasion, plan, confirm_past)
    say(_("%(plan)s is approved and waits to be issued: `dondoc plan issue %(plan)s`.") % {"plan": plan})


@app.command("return", help=_("Return a submitted plan, to be made again."))
def return_(plan: Code, reason: Reason, acting: As = None, on: On = None, folder: Dir = None) -> None:
    """Return a plan."""
    from dondoc.cli.deed import acting_in
    from dondoc.services.approval import return_

    with acting_in(folder, acting, on) as deed:
        return_(deed.world, deed.occasion, plan, reason)
    say(_("%(plan)s is returned to be made again.") % {"plan": plan})


@app.command("close", help=_("Close a plan once all its tasks have ended."))
def close(plan: Code, acting: As = None, on: On = None, folder: Dir = None) -> None:
    """Close a plan."""
    from dondoc.cli.deed import acting_in
    from dondoc.services.plan_closing import close

    with acting_in(folder, acting, on) as deed:
        close(deed.world, deed.occasion, plan)
    say(_("%(plan)s is closed.") % {"plan": plan})


@app.command("issue", help=_("Give out the tasks of an approved plan by the issuing flow."))
def issue(plan: Code, acting: As = None, on: On = None, folder: Dir = None, as_json: AsJson = False) -> None:
    """Run the issuing flow for one plan."""
    from dondoc.cli.deed import acting_in
    from dondoc.cli.edge import load_settings
    from dondoc.cli.plan_page import say_issued
    from dondoc.cli.running import flows_of, result
    from dondoc.services import issuing

    with acting_in(folder, acting, on) as deed:
        issuing.request(deed.world, deed.occasion, plan)
        day = deed.occasion.on
    with flows_of(load_settings(folder), _("The tasks are being given out...")):
        from flows.issuing import issue_plans

        (issued,) = result(issue_plans(plan, day, return_state=True))
    if as_json:
        print_json(asdict(issued))
    else:
        say_issued(issued)

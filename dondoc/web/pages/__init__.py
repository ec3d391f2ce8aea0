"""The pages, one file each: its routes, and what its template is given."""

from dondoc.web.pages import my_work, national, plan, plans, sign_in, sign_in_link, task, unit

ROUTERS = (
    sign_in.router,
    sign_in_link.router,
    my_work.router,
    task.router,
    plans.router,
    plan.router,
    unit.router,
    national.router,
)

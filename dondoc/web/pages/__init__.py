"""The pages, one file each: its routes, and what its template is given."""

from dondoc.web.pages import (
    account,
    admin,
    check,
    lists,
    my_work,
    national,
    notice,
    plan,
    plans,
    sign_in,
    sign_in_link,
    signed_link,
    task,
    unit,
)

ROUTERS = (
    sign_in.router,
    sign_in_link.router,
    signed_link.router,
    my_work.router,
    account.router,
    lists.router,
    task.router,
    plans.router,
    plan.router,
    unit.router,
    national.router,
    notice.router,
    check.router,
    *admin.ROUTERS,
)

"""Who may do what on the page: written by hand from the design, and sharing nothing with the code."""

from __future__ import annotations

from typing import NamedTuple

GROUPS = {
    "owners": "assignee unit_head province_head",
    "staff": "assignee colleague",
    "here": "owners colleague supervisor supervising_officer coordinator",
    "office": "office_head office_officer",
    "country": "office director_general deputy_general administrator",
    "other_province": "other_assignee other_unit_head other_province_head",
    "elsewhere": "other_province other_supervisor",
    "board": "country supervisor supervising_officer coordinator other_supervisor",
    "everyone": "here country elsewhere",
    "anybody": "everyone nobody",
}
# what is asked | of which thing (tests/samples.py) | who may | who sees it and may not: 403
# It is not there for the rest (404); whoever is not signed in is asked to sign in.
TABLE = """
GET  /health                          |            | anybody                               |
GET  /sign-in                         |            | anybody                               |
POST /sign-in                         |            | anybody                               |
POST /sign-in-link                    |            | anybody                               |
GET  /sign-in/{token}                 | sign_in    | anybody                               |
HEAD /sign-in/{token}                 | sign_in    | anybody                               |
POST /sign-in/{token}                 | sign_in    | anybody                               |
GET  /s/{token}                       | link       | anybody                               |
HEAD /s/{token}                       | link       | anybody                               |
POST /s/{token}                       | link       | anybody                               |
GET  /calendar/{token}.ics            | feed       | anybody                               |
GET  /                                |            | everyone                              |
GET  /inbox                           |            | everyone                              |
GET  /plans                           |            | everyone                              |
GET  /lists/{section}                 | section    | everyone                              |
GET  /account                         |            | everyone                              |
POST /account/password                |            | everyone                              |
POST /account/language                |            | everyone                              |
POST /account/tokens                  |            | everyone                              |
POST /account/tokens/revoke           |            | everyone                              |
POST /account/calendar                |            | everyone                              |
POST /account/calendar/revoke         |            | everyone                              |
POST /account/sessions/{number}/end   | session    | assignee                              |
POST /sign-out                        |            | everyone                              |
GET  /national                        |            | board                                 |
GET  /national.xlsx                   |            | board                                 |
GET  /units/{code}                    | room       | owners colleague country              |
GET  /units/{code}                    | province   | province_head country                 |
GET  /units/{code}                    | other_room | other_province country                |
POST /units/{code}/assign             | room       | unit_head province_head               | staff country
GET  /tasks/{code}                    | task       | here country                          |
GET  /tasks/{code}                    | other_task | elsewhere coordinator country         |
GET  /tasks/{code}/evidence/{sha256}  | evidence   | here country                          |
POST /tasks/{code}/report             | task       | owners                                | here country
POST /tasks/{code}/submit             | task       | owners                                | here country
POST /tasks/{code}/assign             | task       | unit_head province_head               | here country
POST /tasks/{code}/accept             | handed_in  | supervisor                            | here country
POST /tasks/{code}/return             | handed_in  | supervisor                            | here country
GET  /notices/new                     |            | office                                | everyone
POST /notices/new                     |            | office                                | everyone
GET  /plans/{code}                    | draft      | here country                          |
GET  /plans/{code}                    | other_plan | elsewhere coordinator country         |
GET  /plans/{code}/check              | draft      | here country                          |
POST /plans/{code}/check/{item}/set   | item       | office                                | here country
POST /plans/{code}/check/{item}/set   | opened     | office province_head                  | here country
POST /plans/{code}/check/{item}/mend  | item       | office                                | here country
POST /plans/{code}/check/{item}/split | item       | office                                | here country
POST /plans/{code}/check/{item}/join  | item       | office                                | here country
POST /plans/{code}/check/add          | item       | office                                | here country
GET  /plans/{code}/workbook.xlsx      | draft      | here country                          |
POST /plans/{code}/workbook           | draft      | office                                | here country
POST /plans/{code}/workbook           | opened     | office province_head                  | here country
POST /plans/{code}/workbook/take      | draft      | office                                | here country
POST /plans/{code}/workbook/take      | opened     | office province_head                  | here country
POST /plans/{code}/open               | draft      | office                                | here country
POST /plans/{code}/consult            | opened     | office province_head                  | here country
POST /plans/{code}/opine              | consulted  | supervisor office_head                | here country
POST /plans/{code}/submit             | answered   | province_head                         | here country
POST /plans/{code}/approve            | submitted  | director_general                      | here country
POST /plans/{code}/return             | submitted  | director_general                      | here country
POST /plans/{code}/issue              | approved   | office director_general administrator | here country
POST /plans/{code}/close              | issued     | office director_general               | here country
GET  /admin                           |            | administrator                         |
GET  /admin/runs/{on}                 | day        | administrator                         |
GET  /admin/people                    |            | administrator                         |
POST /admin/people                    |            | administrator                         | everyone
GET  /admin/people/{code}             | person     | administrator                         |
POST /admin/people/{code}             | person     | administrator                         | everyone
POST /admin/people/{code}/posts       | person     | administrator                         | everyone
POST /admin/people/{code}/posts/{number} | post    | administrator                         | everyone
POST /admin/people/{code}/channels    | unreached  | administrator                         | everyone
POST /admin/people/{code}/channels/first | unreached | administrator                       | everyone
POST /admin/people/{code}/channels/drop | unreached | administrator                        | everyone
POST /admin/people/{code}/link        | person     | administrator                         | everyone
POST /admin/people/{code}/test        | person     | administrator assignee                | everyone
GET  /admin/units                     |            | administrator                         |
POST /admin/units                     |            | administrator                         | everyone
POST /admin/units/take                |            | administrator                         | everyone
POST /admin/units/add                 |            | administrator                         | everyone
GET  /admin/units/{code}              | room       | administrator                         |
POST /admin/units/{code}              | room       | administrator                         | everyone
GET  /admin/ladders                   |            | administrator                         |
GET  /admin/ladders/{code}            | ladder     | administrator                         |
POST /admin/ladders/{code}            | ladder     | administrator                         | everyone
GET  /admin/calendar                  |            | administrator office                  |
POST /admin/calendar                  |            | administrator office                  | everyone
POST /admin/calendar/take             |            | administrator office                  | everyone
POST /admin/calendar/days             |            | administrator office                  | everyone
POST /admin/calendar/days/{on}/remove | day        | administrator office                  | everyone
GET  /admin/outbox                    |            | administrator                         |
POST /admin/outbox/hasten             |            | administrator office                  | everyone
"""


class Row(NamedTuple):
    """A request, and who is answered how: roles."""

    method: str
    path: str
    of: str
    may: frozenset[str]
    sees: frozenset[str]

    def refusal(self, role: str) -> str:
        """Say how a role that may not is answered."""
        if role == "nobody":
            return "sign in"
        return "no" if role in self.sees else "not there"


def rows(table: str = TABLE) -> list[Row]:
    """Read a table: that of the page unless another is given."""
    return [_row(*line.split("|")) for line in table.strip().splitlines()]


def _row(asked: str, of: str, may: str, sees: str) -> Row:
    method, path = asked.split()
    return Row(method, path, of.strip(), _roles(may), _roles(sees))


def _roles(names: str) -> frozenset[str]:
    """Return the single roles behind names of roles and groups."""
    found: set[str] = set()
    for name in names.split():
        found |= _roles(GROUPS[name]) if name in GROUPS else {name}
    return frozenset(found)


ROLES = _roles("anybody")

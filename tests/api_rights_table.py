"""Who may do what by the API, for the roles of `tests/rights_table.py`; written by hand, as that is."""

from __future__ import annotations

TABLE = """
GET    /me                                |            | everyone                              |
PATCH  /me                                |            | everyone                              |
GET    /my-work                           |            | everyone                              |
GET    /inbox                             |            | everyone                              |
GET    /tasks                             |            | everyone                              |
GET    /tasks/{code}                      | task       | here country                          |
GET    /tasks/{code}                      | other_task | elsewhere coordinator country         |
GET    /tasks/{code}/why                  | task       | here country                          |
GET    /tasks/{code}/evidence/{sha256}    | evidence   | here country                          |
POST   /tasks/{code}/report               | task       | owners                                | here country
POST   /tasks/{code}/submit               | task       | owners                                | here country
POST   /tasks/{code}/assign               | task       | unit_head province_head               | here country
POST   /tasks/{code}/accept               | handed_in  | supervisor                            | here country
POST   /tasks/{code}/return               | handed_in  | supervisor                            | here country
GET    /plans                             |            | everyone                              |
POST   /plans                             |            | office                                | everyone
GET    /plans/{code}                      | draft      | here country                          |
GET    /plans/{code}                      | other_plan | elsewhere coordinator country         |
GET    /plans/{code}/document             | draft      | here country                          |
POST   /plans/{code}/document             | draft      | office                                | everyone
GET    /plans/{code}/workbook.xlsx        | draft      | here country                          |
POST   /plans/{code}/workbook/compare     | draft      | office                                | here country
POST   /plans/{code}/workbook/compare     | opened     | office province_head                  | here country
POST   /plans/{code}/workbook/take        | draft      | office                                | here country
POST   /plans/{code}/workbook/take        | opened     | office province_head                  | here country
PATCH  /plans/{code}/items/{item}         | item       | office                                | here country
PATCH  /plans/{code}/items/{item}         | opened     | office province_head                  | here country
POST   /plans/{code}/items                | item       | office                                | here country
POST   /plans/{code}/items/{item}/mend    | item       | office                                | here country
POST   /plans/{code}/items/{item}/split   | item       | office                                | here country
POST   /plans/{code}/items/{item}/join    | item       | office                                | here country
POST   /plans/{code}/open                 | draft      | office                                | here country
POST   /plans/{code}/consult              | opened     | office province_head                  | here country
POST   /plans/{code}/opine                | consulted  | supervisor office_head                | here country
POST   /plans/{code}/submit               | answered   | province_head                         | here country
POST   /plans/{code}/approve              | submitted  | director_general                      | here country
POST   /plans/{code}/return               | submitted  | director_general                      | here country
POST   /plans/{code}/issue                | approved   | office director_general administrator | here country
POST   /plans/{code}/close                | issued     | office director_general               | here country
GET    /units                             |            | everyone                              |
GET    /units/{code}                      | room       | owners colleague country              |
GET    /units/{code}                      | province   | province_head country                 |
GET    /units/{code}                      | other_room | other_province country                |
GET    /units/{code}/load                 | room       | owners colleague country              |
GET    /units/{code}/load                 | other_room | other_province country                |
GET    /national                          |            | board                                 |
GET    /people                            |            | everyone                              |
GET    /people/{code}                     | person     | owners colleague country              |
GET    /people/{code}/why                 | person     | owners colleague country              |
POST   /people/{code}/test | person | administrator assignee | owners colleague country
GET    /calendar/{year}                   | year       | everyone                              |
POST   /calendar/compare                  |            | administrator office                  | everyone
POST   /calendar                          |            | administrator office                  | everyone
GET    /calendar/days/{on}                | day        | everyone                              |
PUT    /calendar/days/{on}                | day        | administrator office                  | everyone
POST   /calendar/days/{on}/compare        | day        | administrator office                  | everyone
DELETE /calendar/days/{on}                | day        | administrator office                  | everyone
POST   /readings                          |            | everyone                              |
GET    /ladders                           |            | administrator                         | everyone
GET    /ladders/{code}                    | ladder     | administrator                         | everyone
PUT    /ladders/{code}                    | ladder     | administrator                         | everyone
POST   /ladders/{code}/compare            | ladder     | administrator                         | everyone
POST   /organisation/compare              |            | administrator                         | everyone
POST   /organisation                      |            | administrator                         | everyone
GET    /admin/people                      |            | administrator                         |
POST   /admin/people                      |            | administrator                         | everyone
GET    /admin/people/{code}               | person     | administrator                         |
PATCH  /admin/people/{code}               | person     | administrator                         | everyone
POST   /admin/people/{code}/compare       | person     | administrator                         | everyone
POST   /admin/people/{code}/posts         | person     | administrator                         | everyone
PATCH  /admin/people/{code}/posts/{number} | post       | administrator                         | everyone
POST   /admin/people/{code}/posts/{number}/compare | post | administrator                       | everyone
POST   /admin/people/{code}/channels      | unreached  | administrator                         | everyone
POST   /admin/people/{code}/channels/{position}/first | unreached | administrator | everyone
DELETE /admin/people/{code}/channels/{position} | channel | administrator | everyone
POST   /admin/units | | administrator | everyone
GET    /admin/units/{code}                | room       | administrator                         |
POST   /admin/units/{code}/compare        | room       | administrator                         | everyone
PATCH  /admin/units/{code}                | room       | administrator                         | everyone
GET    /runs                              |            | administrator                         |
GET    /runs/{on}                         | day        | administrator                         |
GET    /outbox                            |            | administrator                         |
POST   /outbox/hasten                     |            | administrator office                  | everyone
"""

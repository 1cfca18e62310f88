Configurations of different engines cannot be compared.
--- file a.conf
setup_id 0x21
--- file b.json
{"lunward": "tree", "version": 1, "schema": "lio"}
--- run
lunward diff a.conf b.json
--- stderr
b.json: error: describes lio, but a.conf describes scst: the two cannot be compared
lunward: 1 error
--- exit 2
--- run
lunward plan --from b.json a.conf
--- stderr
a.conf: error: describes scst, but b.json describes lio: the two cannot be compared
lunward: 1 error
--- exit 2
--- run
lunward diff -o json a.conf b.json
--- stdout
{
  "lunward": "error",
  "version": 1,
  "problems": [
    {
      "severity": "error",
      "code": "CONFLICT",
      "file": "b.json",
      "line": null,
      "column": null,
      "object": null,
      "message": "describes lio, but a.conf describes scst: the two cannot be compared",
      "hint": null
    }
  ],
  "summary": {
    "errors": 1,
    "warnings": 0,
    "notes": 0,
    "unlisted": 0
  }
}
--- exit 2

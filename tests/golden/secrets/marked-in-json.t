A value that a tree in JSON marks as secret is hidden everywhere, though the vocabulary does not know its attribute.
--- file a.json
{
  "lunward": "tree",
  "version": 1,
  "schema": "scst",
  "children": [
    {
      "kind": "driver",
      "name": "iscsi",
      "attributes": {
        "novelty": {"value": "old-secret-1234", "flags": ["secret"]}
      }
    }
  ]
}
--- file b.json
{
  "lunward": "tree",
  "version": 1,
  "schema": "scst",
  "children": [
    {
      "kind": "driver",
      "name": "iscsi",
      "attributes": {
        "novelty": "new-secret-1234"
      }
    }
  ]
}
--- run
lunward show a.json
--- stdout
{
  "lunward": "tree",
  "version": 1,
  "schema": "scst",
  "masked": true,
  "children": [
    {
      "kind": "iscsi_driver",
      "name": "iscsi",
      "attributes": {
        "novelty": {
          "value": "***",
          "flags": [
            "secret"
          ]
        }
      }
    }
  ]
}
--- stderr
a.json:10:9: warning: "novelty" is no attribute of a driver that is known here
--- run
lunward show --show-secrets a.json > again.json; lunward show --show-secrets again.json | cmp - again.json && cat again.json
--- stdout
{
  "lunward": "tree",
  "version": 1,
  "schema": "scst",
  "children": [
    {
      "kind": "iscsi_driver",
      "name": "iscsi",
      "attributes": {
        "novelty": {
          "value": "old-secret-1234",
          "flags": [
            "secret"
          ]
        }
      }
    }
  ]
}
--- stderr
a.json:10:9: warning: "novelty" is no attribute of a driver that is known here
again.json:10:9: warning: "novelty" is no attribute of a driver that is known here
--- run
lunward check a.json
--- stdout
a.json: ok
--- stderr
a.json:10:9: warning: "novelty" is no attribute of a driver that is known here
lunward: 1 warning
--- run
lunward plan --from a.json b.json
--- stdout
~ set targets/iscsi novelty: *** (changed) [none] (b.json:10)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
b.json:10:9: warning: "novelty" is no attribute of a driver that is known here
--- exit 3
--- run
lunward plan --from b.json a.json
--- stdout
~ set targets/iscsi novelty: *** (changed) [none] (a.json:10)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
a.json:10:9: warning: "novelty" is no attribute of a driver that is known here
--- exit 3
--- run
lunward diff a.json b.json
--- stdout
~ set targets/iscsi novelty: *** (changed) [none] (b.json:10)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
a.json:10:9: warning: "novelty" is no attribute of a driver that is known here
b.json:10:9: warning: "novelty" is no attribute of a driver that is known here
--- exit 3
--- run
lunward diff -o json a.json b.json | grep -n -A2 '"attribute"'
--- stdout
12:      "attribute": "novelty",
13-      "old": "***",
14-      "new": "***",
--- run
lunward diff -o json a.json b.json | grep '"secret"'
--- stdout
      "secret": true,

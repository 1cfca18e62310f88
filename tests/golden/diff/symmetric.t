diff knows no policy: what B does not have goes, in both directions; and nothing is different from itself.
--- file a.conf
HANDLER vdisk_fileio {
    DEVICE a {
        filename /srv/a.img
        threads_num 4
    }
}
TARGET_DRIVER scst_local {
    TARGET local {
        LUN 0 a
    }
}
--- file b.conf
HANDLER vdisk_fileio {
    DEVICE a {
        filename /srv/a.img
    }
}
--- run
lunward diff a.conf b.conf
--- stdout
~ set handlers/vdisk_fileio/a threads_num: 4 -> 8 (default) [disturbs, engine] because the file does not name it (b.conf:2)
- delete (implied) targets/scst_local/local/luns/0 device=a [drops, node] because targets/scst_local/local goes
- delete targets/scst_local/local [drops, export]
Plan: 0 to create, 1 to change, 1 to delete; 1 operation disturbs sessions, 2 drop them.
--- exit 3
--- run
lunward diff b.conf a.conf
--- stdout
~ set handlers/vdisk_fileio/a threads_num: 8 -> 4 [none] (a.conf:4)
+ create targets/scst_local/local [none] (a.conf:8)
+ create targets/scst_local/local/luns/0 device=a [none] (a.conf:9)
Plan: 2 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward diff a.conf a.conf && cat b.conf | lunward diff - b.conf
--- stdout
Nothing to do.
Nothing to do.
--- run
lunward diff -o json a.conf b.conf
--- stdout
{
  "lunward": "plan",
  "version": 1,
  "changes": 2,
  "operations": [
    {
      "n": 1,
      "verb": "set",
      "path": "handlers/vdisk_fileio/a",
      "kind": "fileio_device",
      "to": null,
      "attribute": "threads_num",
      "old": "4",
      "new": "8",
      "default": true,
      "effect": "disturbs",
      "scope": "engine",
      "sessions": null,
      "implied": false,
      "temporary": false,
      "phase": "prepare",
      "cause": null,
      "reason": "reset",
      "because": "the file does not name it",
      "source": {
        "file": "b.conf",
        "line": 2,
        "column": 5
      },
      "after": []
    },
    {
      "n": 2,
      "verb": "delete",
      "path": "targets/scst_local/local/luns/0",
      "kind": "lun",
      "to": null,
      "attribute": null,
      "old": "a",
      "new": null,
      "effect": "drops",
      "scope": "node",
      "sessions": null,
      "implied": true,
      "temporary": false,
      "phase": "clean",
      "cause": 3,
      "reason": "parent",
      "because": "targets/scst_local/local goes",
      "source": null,
      "after": []
    },
    {
      "n": 3,
      "verb": "delete",
      "path": "targets/scst_local/local",
      "kind": "local_target",
      "to": null,
      "attribute": null,
      "old": null,
      "new": null,
      "effect": "drops",
      "scope": "export",
      "sessions": null,
      "implied": false,
      "temporary": false,
      "phase": "clean",
      "cause": null,
      "reason": "unlisted",
      "because": null,
      "source": null,
      "after": [
        2
      ]
    }
  ],
  "notes": [],
  "summary": {
    "create": 0,
    "change": 1,
    "delete": 1,
    "recreate": 0,
    "disturbs": 1,
    "drops": 2,
    "loses": 0
  },
  "problems": [],
  "unlisted": 0
}
--- exit 3

Quotes around name and value make one word of them, which is no attribute: only its first word is shown.
--- file a.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		"IncomingUser esx1 esxsecret1234" 1
		"IncomingUser=esx1 esxsecret1234" 2
	}
}
--- file none.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
	}
}
--- file twice.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		"IncomingUser esx1 esxsecret1234" 1
		"IncomingUser esx1 esxsecret1234" 2
	}
}
--- run
lunward check a.conf
--- stdout
a.conf: ok
--- stderr
a.conf:4:3: warning: "IncomingUser..." is no attribute of a target that is known here
  hint: a name holds no blank and no '=': quote the value alone
a.conf:5:3: warning: "IncomingUser..." is no attribute of a target that is known here
  hint: a name holds no blank and no '=': quote the value alone
lunward: 2 warnings
--- run
lunward check twice.conf
--- stderr
twice.conf:4:3: error: 'IncomingUser...' has another value in line 3
  hint: keep one of the two: scstadmin would write both, in any order
lunward: 1 error
--- exit 2
--- run
lunward show a.conf
--- stdout
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		IncomingUser... ***
		IncomingUser... ***
		rel_tgt_id 1
	}
}
--- stderr
a.conf:4:3: warning: "IncomingUser..." is no attribute of a target that is known here
  hint: a name holds no blank and no '=': quote the value alone
a.conf:5:3: warning: "IncomingUser..." is no attribute of a target that is known here
  hint: a name holds no blank and no '=': quote the value alone
--- run
lunward show -o json a.conf
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
      "children": [
        {
          "kind": "iscsi_target",
          "name": "iqn.2026-11.com.example:t",
          "attributes": {
            "rel_tgt_id": "1",
            "IncomingUser...": "***",
            "IncomingUser...": "***"
          }
        }
      ]
    }
  ]
}
--- stderr
a.conf:4:3: warning: "IncomingUser..." is no attribute of a target that is known here
  hint: a name holds no blank and no '=': quote the value alone
a.conf:5:3: warning: "IncomingUser..." is no attribute of a target that is known here
  hint: a name holds no blank and no '=': quote the value alone
--- run
lunward plan --from none.conf a.conf
--- stdout
~ set targets/iscsi/iqn.2026-11.com.example:t IncomingUser...: ? -> *** [none] (a.conf:4)
~ set targets/iscsi/iqn.2026-11.com.example:t IncomingUser...: ? -> *** [none] (a.conf:5)
Plan: 0 to create, 2 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
a.conf:4:3: warning: "IncomingUser..." is no attribute of a target that is known here
  hint: a name holds no blank and no '=': quote the value alone
a.conf:5:3: warning: "IncomingUser..." is no attribute of a target that is known here
  hint: a name holds no blank and no '=': quote the value alone
--- exit 3
--- run
lunward plan -o json --from none.conf a.conf | grep '"attribute"'
--- stdout
      "attribute": "IncomingUser...",
      "attribute": "IncomingUser...",
--- run
lunward plan --from a.conf none.conf
--- stdout
Nothing to do.
--- stderr
none.conf:2:2: warning: IncomingUser... is no longer declared, and its default is not known: it stays as it is
  hint: declare the value that it shall have
none.conf:2:2: warning: IncomingUser... is no longer declared, and its default is not known: it stays as it is
  hint: declare the value that it shall have
--- run
lunward diff a.conf none.conf
--- stdout
Nothing to do.
--- stderr
a.conf:4:3: warning: "IncomingUser..." is no attribute of a target that is known here
  hint: a name holds no blank and no '=': quote the value alone
a.conf:5:3: warning: "IncomingUser..." is no attribute of a target that is known here
  hint: a name holds no blank and no '=': quote the value alone
none.conf:2:2: warning: IncomingUser... is no longer declared, and its default is not known: it stays as it is
  hint: declare the value that it shall have
none.conf:2:2: warning: IncomingUser... is no longer declared, and its default is not known: it stays as it is
  hint: declare the value that it shall have

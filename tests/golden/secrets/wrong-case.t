A name that is only spelled wrong is none of the vocabulary's, but what it holds is secret all the same, user and all.
--- file a.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		incominguser "esx1 esxsecret1234"
		IncomingUser7x "esx2 esxsecret5678"
		my_PassWord hunter2hunter2
	}
}
--- file none.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
	}
}
--- run
lunward show a.conf
--- stdout
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		IncomingUser7x ***
		incominguser ***
		my_PassWord ***
		rel_tgt_id 1
	}
}
--- stderr
a.conf:4:3: warning: "incominguser" is no attribute of a target that is known here
  hint: did you mean IncomingUser?
a.conf:5:3: warning: "IncomingUser7x" is no attribute of a target that is known here
  hint: did you mean IncomingUser?
a.conf:6:3: warning: "my_PassWord" is no attribute of a target that is known here
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
            "IncomingUser7x": "***",
            "incominguser": "***",
            "my_PassWord": "***"
          }
        }
      ]
    }
  ]
}
--- stderr
a.conf:4:3: warning: "incominguser" is no attribute of a target that is known here
  hint: did you mean IncomingUser?
a.conf:5:3: warning: "IncomingUser7x" is no attribute of a target that is known here
  hint: did you mean IncomingUser?
a.conf:6:3: warning: "my_PassWord" is no attribute of a target that is known here
--- run
lunward show --show-secrets a.conf > again.conf; lunward show --show-secrets again.conf 2>/dev/null | cmp - again.conf && cat again.conf
--- stdout
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		IncomingUser7x "esx2 esxsecret5678"
		incominguser "esx1 esxsecret1234"
		my_PassWord hunter2hunter2
		rel_tgt_id 1
	}
}
--- stderr
a.conf:4:3: warning: "incominguser" is no attribute of a target that is known here
  hint: did you mean IncomingUser?
a.conf:5:3: warning: "IncomingUser7x" is no attribute of a target that is known here
  hint: did you mean IncomingUser?
a.conf:6:3: warning: "my_PassWord" is no attribute of a target that is known here
--- run
lunward plan --from none.conf a.conf
--- stdout
~ set targets/iscsi/iqn.2026-11.com.example:t incominguser: ? -> *** [none] (a.conf:4)
~ set targets/iscsi/iqn.2026-11.com.example:t IncomingUser7x: ? -> *** [none] (a.conf:5)
~ set targets/iscsi/iqn.2026-11.com.example:t my_PassWord: ? -> *** [none] (a.conf:6)
Plan: 0 to create, 3 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
a.conf:4:3: note: IncomingUser stays as it is, as incominguser may mean it
a.conf:4:3: warning: "incominguser" is no attribute of a target that is known here
  hint: did you mean IncomingUser?
a.conf:5:3: note: IncomingUser stays as it is, as IncomingUser7x may mean it
a.conf:5:3: warning: "IncomingUser7x" is no attribute of a target that is known here
  hint: did you mean IncomingUser?
a.conf:6:3: warning: "my_PassWord" is no attribute of a target that is known here
--- exit 3
--- run
lunward plan --from a.conf none.conf
--- stdout
Nothing to do.
--- stderr
none.conf:2:2: warning: incominguser is no longer declared, and its default is not known: it stays as it is
  hint: declare the value that it shall have
none.conf:2:2: warning: IncomingUser7x is no longer declared, and its default is not known: it stays as it is
  hint: declare the value that it shall have
none.conf:2:2: warning: my_PassWord is no longer declared, and its default is not known: it stays as it is
  hint: declare the value that it shall have
--- run
lunward plan -o json --from none.conf a.conf | grep -n '"attribute"\|"old"\|"new"\|"secret"'
--- stdout
12:      "attribute": "incominguser",
13:      "old": null,
14:      "new": "***",
15:      "secret": true,
38:      "attribute": "IncomingUser7x",
39:      "old": null,
40:      "new": "***",
41:      "secret": true,
64:      "attribute": "my_PassWord",
65:      "old": null,
66:      "new": "***",
67:      "secret": true,

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
--- stderr
a.conf:4:3: error: "IncomingUser..." cannot be the name of an attribute: a name holds no blank and no '='
  hint: quote the value alone
a.conf:5:3: error: "IncomingUser..." cannot be the name of an attribute: a name holds no blank and no '='
  hint: quote the value alone
lunward: 2 errors
--- exit 2
--- run
lunward check twice.conf
--- stderr
twice.conf:4:3: error: 'IncomingUser...' has another value in line 3
  hint: keep one of the two: scstadmin would write both, in any order
lunward: 1 error
--- exit 2
--- run
lunward show a.conf
--- stderr
a.conf:4:3: error: "IncomingUser..." cannot be the name of an attribute: a name holds no blank and no '='
  hint: quote the value alone
a.conf:5:3: error: "IncomingUser..." cannot be the name of an attribute: a name holds no blank and no '='
  hint: quote the value alone
lunward: 2 errors
--- exit 2
--- run
lunward show -o json a.conf
--- stdout
{
  "lunward": "error",
  "version": 1,
  "problems": [
    {
      "severity": "error",
      "code": "INVALID",
      "file": "a.conf",
      "line": 4,
      "column": 3,
      "object": "targets/iscsi/iqn.2026-11.com.example:t",
      "message": "\"IncomingUser...\" cannot be the name of an attribute: a name holds no blank and no '='",
      "hint": "quote the value alone"
    },
    {
      "severity": "error",
      "code": "INVALID",
      "file": "a.conf",
      "line": 5,
      "column": 3,
      "object": "targets/iscsi/iqn.2026-11.com.example:t",
      "message": "\"IncomingUser...\" cannot be the name of an attribute: a name holds no blank and no '='",
      "hint": "quote the value alone"
    }
  ],
  "summary": {
    "errors": 2,
    "warnings": 0,
    "notes": 0,
    "unlisted": 0
  }
}
--- exit 2
--- run
lunward plan --from none.conf a.conf
--- stderr
a.conf:4:3: error: "IncomingUser..." cannot be the name of an attribute: a name holds no blank and no '='
  hint: quote the value alone
a.conf:5:3: error: "IncomingUser..." cannot be the name of an attribute: a name holds no blank and no '='
  hint: quote the value alone
lunward: 2 errors
--- exit 2
--- run
lunward plan -o json --from none.conf a.conf | grep '"attribute"'
--- exit 1
--- run
lunward plan --from a.conf none.conf
--- stderr
a.conf:4:3: error: "IncomingUser..." cannot be the name of an attribute: a name holds no blank and no '='
  hint: quote the value alone
a.conf:5:3: error: "IncomingUser..." cannot be the name of an attribute: a name holds no blank and no '='
  hint: quote the value alone
lunward: 2 errors
--- exit 2
--- run
lunward diff a.conf none.conf
--- stderr
a.conf:4:3: error: "IncomingUser..." cannot be the name of an attribute: a name holds no blank and no '='
  hint: quote the value alone
a.conf:5:3: error: "IncomingUser..." cannot be the name of an attribute: a name holds no blank and no '='
  hint: quote the value alone
lunward: 2 errors
--- exit 2

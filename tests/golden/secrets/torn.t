A secret that a line break tore off its user is no name, and is not shown; nor is one that quotes made a part of a name.
--- sim fresh
--- file torn.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		IncomingUser joe
		hidden-12345
		incominguser joe
		hidden-12345
		OutgoingUser
		hidden-12345
	}
}
--- file quoted.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		"IncomingUser joe hidden-12345"
	}
}
--- run
lunward check torn.conf
lunward plan $LIVE torn.conf
lunward apply $LIVE --yes quoted.conf
lunward apply $LIVE --yes -o json quoted.conf | grep -c hidden
--- stdout
0
--- stderr
torn.conf:4:3: error: this seems to belong to the value in the line above
  hint: a user and the secret are one value, in quotes and in one line
torn.conf:6:3: error: this seems to belong to the value in the line above
  hint: a user and the secret are one value, in quotes and in one line
torn.conf:8:3: error: this seems to belong to the value in the line above
  hint: a user and the secret are one value, in quotes and in one line
lunward: 3 errors
torn.conf:4:3: error: this seems to belong to the value in the line above
  hint: a user and the secret are one value, in quotes and in one line
torn.conf:6:3: error: this seems to belong to the value in the line above
  hint: a user and the secret are one value, in quotes and in one line
torn.conf:8:3: error: this seems to belong to the value in the line above
  hint: a user and the secret are one value, in quotes and in one line
lunward: 3 errors
quoted.conf:3:3: error: "IncomingUser..." cannot be the name of an attribute: a name holds no blank and no '='
  hint: quote the value alone
lunward: 1 error
--- exit 1

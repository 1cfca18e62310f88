A keyword in the wrong case is refused; what looks like a misspelt one is told once.
--- file case.conf
TARGET_DRIVER iscsi {
	Target iqn.2026-11.com.example:t
}
Handler x
--- file letters.conf
TARGET_DRIVER iscsi {
	TARGTE foo
	ENABLD 1
}
--- run
lunward check case.conf
--- stderr
case.conf:2:2: error: 'Target' is no keyword: keywords are upper case: TARGET
  hint: quote it if it is the name of an attribute
case.conf:4:1: error: 'Handler' is no keyword: keywords are upper case: HANDLER
  hint: quote it if it is the name of an attribute
lunward: 2 errors
--- exit 2
--- run
lunward check letters.conf
--- stdout
letters.conf: ok
--- stderr
letters.conf:2:2: warning: "TARGTE" is no attribute of a driver that is known here
  hint: did you mean TARGET?
letters.conf:3:2: warning: "ENABLD" is no attribute of a driver that is known here
  hint: did you mean enabled?
lunward: 2 warnings

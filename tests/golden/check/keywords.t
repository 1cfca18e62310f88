A keyword in the wrong case is refused, and so is what stands in capitals and is none; what else looks like a misspelt one is told once.
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
--- file mixed.conf
TARGET_DRIVER iscsi {
	Targte foo
	enabld 1
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
--- stderr
letters.conf:2:2: error: 'TARGTE' is no keyword
  hint: did you mean TARGET?
letters.conf:3:2: error: 'ENABLD' is no keyword
  hint: did you mean enabled?
lunward: 2 errors
--- exit 2
--- run
lunward check mixed.conf
--- stdout
mixed.conf: ok
--- stderr
mixed.conf:2:2: warning: "Targte" is no attribute of a driver that is known here
mixed.conf:3:2: warning: "enabld" is no attribute of a driver that is known here
  hint: did you mean enabled?
lunward: 2 warnings

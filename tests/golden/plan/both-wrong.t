The mistakes of both files are told at once, whichever stage finds those of the first.
--- file a.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		LUN 0 missing
	}
}
HANDLER vdisk_nullio {
	DEVICE a
}
--- file b.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		LUN 1 nowhere
	}
}
--- file syntax.conf
TARGET_DRIVER iscsi {
	TARGET
}
--- run
lunward plan --from a.conf b.conf
--- stderr
a.conf:3:3: error: there is no device "missing"
b.conf:4:3: error: there is no device "nowhere"
lunward: 2 errors
--- exit 2
--- run
lunward plan --from a.conf syntax.conf
--- stderr
syntax.conf:2:8: error: expected a name after 'TARGET'
a.conf:3:3: error: there is no device "missing"
lunward: 2 errors
--- exit 2
--- run
lunward diff a.conf b.conf
--- stderr
a.conf:3:3: error: there is no device "missing"
b.conf:3:3: error: there is no device "a"
b.conf:4:3: error: there is no device "nowhere"
lunward: 3 errors
--- exit 2
--- run
lunward diff syntax.conf b.conf
--- stderr
syntax.conf:2:8: error: expected a name after 'TARGET'
b.conf:3:3: error: there is no device "a"
b.conf:4:3: error: there is no device "nowhere"
lunward: 3 errors
--- exit 2
--- run
lunward diff a.conf syntax.conf
--- stderr
syntax.conf:2:8: error: expected a name after 'TARGET'
a.conf:3:3: error: there is no device "missing"
lunward: 2 errors
--- exit 2

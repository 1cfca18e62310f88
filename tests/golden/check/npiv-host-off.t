A virtual port needs its physical one to be on, where the file knows that.
--- file off.conf
TARGET_DRIVER qla2x00t {
	TARGET 10:00:00:00:00:00:00:01 {
		parent_host 21:00:00:24:FF:00:00:01
		node_name 50:00:00:00:00:00:00:02
		enabled 1
	}
	TARGET 21:00:00:24:ff:00:00:01 {
		HW_TARGET
	}
	TARGET 10:00:00:00:00:00:00:02 {
		parent_host 21:00:00:24:ff:00:00:02
		node_name 50:00:00:00:00:00:00:02
		enabled 1
	}
}
--- run
lunward check off.conf
--- stdout
off.conf: ok
--- stderr
off.conf:3:3: warning: 21:00:00:24:ff:00:00:01, which it is made on, is off: the kernel will refuse it
  hint: write enabled 1 into the block of that port
lunward: 1 warning

What a kernel shows may be written down as it is: size_mb is size, rounded down to whole MiB.
--- file dump.conf
HANDLER vdisk_blockio {
	DEVICE d {
		filename /dev/sdb
		size 1000204886016
		size_mb 953869
	}
}
--- file odd.conf
HANDLER vdisk_blockio {
	DEVICE d {
		filename /dev/sdb
		size 1000204886016
		size_mb 953870
	}
}
--- run
lunward check dump.conf
--- stdout
dump.conf: ok
--- run
lunward check odd.conf
--- stderr
odd.conf:5:3: error: size_mb "953870" contradicts size "1000204886016" (odd.conf:4:3)
  hint: both are names of one thing: keep one
lunward: 1 error
--- exit 2

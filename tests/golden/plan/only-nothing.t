A selection that selects nothing is probably a typing mistake.
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:store {
		LUN 0 a
	}
}
--- run
lunward plan --from a.conf --only DEVISE a.conf
--- stderr
lunward: error: nothing is selected by DEVISE: it is no kind of object, and no path in the configuration or in what is there
  hint: did you mean DEVICE?
lunward: 1 error
--- exit 2
--- run
lunward plan --from a.conf --only INITIATOR a.conf
--- stderr
lunward: error: nothing is selected by INITIATOR: neither the configuration nor what is there has one
lunward: 1 error
--- exit 2
--- run
lunward plan --from a.conf --only targets/iscsi/iqn.2026-11.com.example:stor a.conf
--- stderr
lunward: error: nothing is selected by targets/iscsi/iqn.2026-11.com.example:stor: it is no kind of object, and no path in the configuration or in what is there
  hint: did you mean targets/iscsi/iqn.2026-11.com.example:store?
lunward: 1 error
--- exit 2
--- run
lunward plan --from a.conf --only targets/fcst/x a.conf
--- stderr
lunward: error: nothing is selected by targets/fcst/x: it is no kind of object, and no path in the configuration or in what is there
  hint: lunward schema scst lists the kinds; a path is what plans print
lunward: 1 error
--- exit 2
--- run
lunward plan --from a.conf --only= a.conf
--- stderr
lunward plan: --only needs its KIND|PATH, not ""
  hint: 'lunward help plan' shows how it is used
--- exit 2
--- run
lunward plan --from a.conf --only LUN a.conf
--- stdout
Nothing to do.

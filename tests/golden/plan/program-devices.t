Devices that a program plays cannot be made, but what their files take is set; one that is not there is an error.
--- file a.conf
HANDLER dev_user {
	DEVICE u {
		threads_num 2
	}
}
--- file b.conf
HANDLER dev_user {
	DEVICE u {
		threads_num 3
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ set handlers/dev_user/u threads_num: 2 -> 3 [none] (b.conf:3)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward plan --from "$CASE_DIR/../../traces/scst/03-fresh.txt" b.conf
--- stderr
b.conf:2:2: error: device u is declared, but is not there
  hint: only its hardware, driver or program can make it; remove its block if it is gone for good
lunward: 1 error
--- exit 2

The medium of a CD drive decides what clients read, as much as its LUNs do. Where somebody reads and who may read changes, too, the
old one is taken out first and the new one put in last: nobody reads what neither the old nor the new state gives him.
--- file a.conf
HANDLER vcdrom {
	DEVICE cd {
		filename /srv/a.iso
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "alice 123456789012"
		LUN 0 cd
		enabled 1
	}
}
--- file b.conf
HANDLER vcdrom {
	DEVICE cd {
		filename /srv/b.iso
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "bob 123456789012"
		LUN 0 cd
		enabled 1
	}
}
--- file off.conf
HANDLER vcdrom {
	DEVICE cd {
		filename /srv/a.iso
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		IncomingUser "alice 123456789012"
		LUN 0 cd
	}
}
--- run
lunward plan --from a.conf b.conf
--- stdout
~ set (temporary) handlers/vcdrom/cd filename: /srv/a.iso -> "" [disturbs, engine] because no order is safe in which it is swapped in place (b.conf:3)
+ addval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "bob ***" [none] (b.conf:9)
- delval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "alice ***" [none] (b.conf:9)
~ set handlers/vcdrom/cd filename: "" -> /srv/b.iso [disturbs, engine] (b.conf:3)
note: targets/iscsi/iqn.2026-11.com.example:t: live sessions keep their access until they log in again
Plan: 0 to create, 3 to change, 0 to delete; 2 operations disturb sessions, 0 drop them.
--- exit 3
--- run
sed 's/IncomingUser.*//' b.conf >open.conf
lunward plan --from a.conf open.conf
--- stdout
~ set (temporary) handlers/vcdrom/cd filename: /srv/a.iso -> "" [disturbs, engine] because no order is safe in which it is swapped in place (open.conf:3)
~ set handlers/vcdrom/cd filename: "" -> /srv/b.iso [disturbs, engine] (open.conf:3)
- delval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "alice ***" [none] (open.conf:8)
Plan: 0 to create, 2 to change, 0 to delete; 2 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward plan --from open.conf a.conf
--- stdout
~ set (temporary) handlers/vcdrom/cd filename: /srv/b.iso -> "" [disturbs, engine] because no order is safe in which it is swapped in place (a.conf:3)
+ addval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "alice ***" [none] (a.conf:9)
~ set handlers/vcdrom/cd filename: "" -> /srv/a.iso [disturbs, engine] (a.conf:3)
note: targets/iscsi/iqn.2026-11.com.example:t: live sessions keep their access until they log in again
Plan: 0 to create, 2 to change, 0 to delete; 2 operations disturb sessions, 0 drop them.
--- exit 3
--- run
lunward plan --from off.conf b.conf
--- stdout
+ addval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "bob ***" [none] (b.conf:9)
~ set handlers/vcdrom/cd filename: /srv/a.iso -> /srv/b.iso [none] (b.conf:3)
- delval targets/iscsi/iqn.2026-11.com.example:t IncomingUser: "alice ***" [none] (b.conf:9)
~ set targets/iscsi/iqn.2026-11.com.example:t enabled: 0 -> 1 [none] (b.conf:11)
Plan: 0 to create, 4 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- exit 3

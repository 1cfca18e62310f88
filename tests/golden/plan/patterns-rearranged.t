The first group that matches a client is his. Where a group with patterns is made again to stand elsewhere, its clients may find
themselves in another one afterwards, and that is told although the target is closed meanwhile; so is an initiator that is moved to
where it matches first. What stands as it stood before is not.
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		enabled 1
		GROUP many {
			LUN 0 a
			LUN 1 b
			INITIATOR iqn.2026-11.com.example:host?
		}
		GROUP one {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:host1
		}
		GROUP apart {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:other*
		}
	}
}
--- file first.conf
HANDLER vdisk_nullio {
	DEVICE a
	DEVICE b
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		LUN 0 a
		enabled 1
		GROUP early {
			LUN 0 a
		}
		GROUP many {
			LUN 0 a
			LUN 1 b
			INITIATOR iqn.2026-11.com.example:host?
		}
		GROUP late {
			LUN 0 a
			INITIATOR iqn.2026-11.com.example:host1
		}
	}
}
--- run
echo "# one comes before many: host1 loses what only the pattern led to"
awk '/GROUP many/{f=1} f{held=held $0 "\n"} f&&/^\t\t}/{f=0; next} !f{print} /INITIATOR.*host1/{one=1} one&&/^\t\t}/{printf "%s", held; one=0}' \
	a.conf >b.conf
lunward plan --from a.conf b.conf | grep -v implied
echo "# and the other way round"
lunward plan --from b.conf a.conf | grep -v implied
echo "# moved in front of a pattern that matched it"
sed '/late/,/}/{/host1/d}; /early/,/}/s/LUN 0 a/&\n\t\t\tINITIATOR iqn.2026-11.com.example:host1/' first.conf >last.conf
lunward plan --from first.conf last.conf
lunward plan --from last.conf first.conf
--- stdout
# one comes before many: host1 loses what only the pattern led to
~ close (temporary) targets/iscsi/iqn.2026-11.com.example:t [disturbs, engine] because no order of the changes is safe while it is open: new logins stop and all I/O of SCST pauses; no session ends (b.conf:7)
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/many/initiators/iqn.2026-11.com.example:host? [drops, node] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/many is re-created (b.conf:17)
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/many [disturbs, engine] because order counts among its siblings (b.conf:14)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/many [disturbs, engine] because order counts among its siblings (b.conf:14)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/many/luns/0 device=a [none] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/many is re-created (b.conf:15)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/many/luns/1 device=b [none] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/many is re-created (b.conf:16)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/many/initiators/iqn.2026-11.com.example:host? [disturbs, engine] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/many is re-created (b.conf:17)
~ open (temporary) targets/iscsi/iqn.2026-11.com.example:t [disturbs, engine] because no order of the changes is safe while it is open: new logins stop and all I/O of SCST pauses; no session ends (b.conf:7)
Plan: 0 to create, 0 to change, 0 to delete, 4 to re-create; 5 operations disturb sessions, 1 drops them.
# and the other way round
~ close (temporary) targets/iscsi/iqn.2026-11.com.example:t [disturbs, engine] because no order of the changes is safe while it is open: new logins stop and all I/O of SCST pauses; no session ends (a.conf:7)
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one/initiators/iqn.2026-11.com.example:host1 [disturbs, engine] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one is re-created (a.conf:17)
- delete targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one [disturbs, engine] because order counts among its siblings (a.conf:15)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one [disturbs, engine] because order counts among its siblings (a.conf:15)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one/luns/0 device=a [none] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one is re-created (a.conf:16)
+ create targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one/initiators/iqn.2026-11.com.example:host1 [disturbs, engine] because targets/iscsi/iqn.2026-11.com.example:t/ini_groups/one is re-created (a.conf:17)
~ open (temporary) targets/iscsi/iqn.2026-11.com.example:t [disturbs, engine] because no order of the changes is safe while it is open: new logins stop and all I/O of SCST pauses; no session ends (a.conf:7)
Plan: 0 to create, 0 to change, 0 to delete, 3 to re-create; 6 operations disturb sessions, 0 drop them.
# moved in front of a pattern that matched it
> move targets/iscsi/iqn.2026-11.com.example:t/ini_groups/late/initiators/iqn.2026-11.com.example:host1 -> targets/iscsi/iqn.2026-11.com.example:t/ini_groups/early [drops, node] (last.conf:12)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 1 drops them.
> move targets/iscsi/iqn.2026-11.com.example:t/ini_groups/early/initiators/iqn.2026-11.com.example:host1 -> targets/iscsi/iqn.2026-11.com.example:t/ini_groups/late [disturbs, engine] (first.conf:20)
Plan: 0 to create, 1 to change, 0 to delete; 1 operation disturbs sessions, 0 drop them.
--- stderr
a.conf:17:4: warning: nobody gets here by this name: iqn.2026-11.com.example:host? of group many matches first
  hint: groups are searched in their order, so put this group before that one
first.conf:20:4: warning: nobody gets here by this name: iqn.2026-11.com.example:host? of group many matches first
  hint: groups are searched in their order, so put this group before that one
--- exit 3

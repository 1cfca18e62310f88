Two targets exchange their rel_tgt_id while both are on. A port that the file does not list has taken, by itself, a number that the file
gives away: that is told beforehand, or made room for, but never tried and refused.
--- sim fresh
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
		enabled 1
	}
	TARGET iqn.2026-11.com.example:u {
		rel_tgt_id 2
		LUN 0 a
		enabled 1
	}
}
--- run
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
echo reset >$SIM/control
sed 's/rel_tgt_id 1/rel_tgt_id X/;s/rel_tgt_id 2/rel_tgt_id 1/;s/rel_tgt_id X/rel_tgt_id 2/' a.conf >b.conf
lunward apply $LIVE --yes b.conf >/dev/null
grep '=>' $SIM/control
lunward plan $LIVE b.conf
--- stdout
targets/iscsi/iqn.2026-11.com.example:t/rel_tgt_id	65535	=> ok 5
targets/iscsi/iqn.2026-11.com.example:u/rel_tgt_id	1	=> ok 1
targets/iscsi/iqn.2026-11.com.example:t/rel_tgt_id	2	=> ok 1
Nothing to do.
--- stderr
lunward: 3 operations done (2 in lunward history)
--- run
printf 'load qla2x00tgt\nport qla2x00t 21:00:00:24:ff:00:00:aa\n' >$SIM/control
port=$SIM/scst_tgt/targets/qla2x00t/21:00:00:24:ff:00:00:aa
echo 1 >$port/enabled
cat $port/rel_tgt_id
sed 's/rel_tgt_id 1/rel_tgt_id 3/' b.conf >c.conf
lunward apply $LIVE --yes c.conf
--- stdout
3
[key]
--- stderr
c.conf:12:3: error: rel_tgt_id "3" is taken by targets/qla2x00t/21:00:00:24:ff:00:00:aa, which is kept
lunward: 1 error
--- exit 2

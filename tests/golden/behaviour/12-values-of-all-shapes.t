What the kernel's files hold: a value with a mark behind it, with an empty line, none at all, a file that nobody may read, and
one that vanishes while it is read.
--- sim fresh
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		prod_id "two words"
	}
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		rel_tgt_id 1
		LUN 0 a
	}
}
--- run
echo 'file /srv/a.img 1048576' >$SIM/control
lunward apply $LIVE --yes a.conf >/dev/null 2>&1
cd $SIM/scst_tgt
for file in devices/a/prod_id devices/a/filename targets/iscsi/iqn.2026-11.com.example:t/comment; do
	echo "$file:"
	od -A n -c $file
done
stat -c '%a %n' devices/a/resync_size
--- stdout
devices/a/prod_id:
   t   w   o       w   o   r   d   s  \n   [   k   e   y   ]  \n
devices/a/filename:
   /   s   r   v   /   a   .   i   m   g  \n   [   k   e   y   ]
  \n  \n
targets/iscsi/iqn.2026-11.com.example:t/comment:
200 devices/a/resync_size
--- run
lunward show $AT >shown
grep -e prod_id -e filename -e comment -e resync_size shown
--- stdout
		filename /srv/a.img
		prod_id "two words"
		comment ""
		comment ""
--- run
# each of its files vanishes once: that is never a failure, and what is said is all there was but for that file
missed=0
for number in $(seq 0 140); do
	printf 'reset\nfault read %s ENOENT\n' $number >$SIM/control
	lunward show $AT >got 2>said || echo "read $number: failed"
	cmp -s got shown || missed=$((missed + 1))
	diff shown got | grep '^>'
done
test $missed -gt 60 || echo "only $missed of them were missed"
--- stdout
> 		LUN 0 a

Five hundred targets with four units and two initiators each: so many writes as there are objects and no more, so many accesses as
there are files to look at.
--- sim fresh
--- file make-many.sh
# A configuration of $1 targets with four units and two initiators each.
echo 'HANDLER vdisk_nullio {'
for n in $(seq $1); do echo "	DEVICE d$n"; done
printf '}\nTARGET_DRIVER iscsi {\n	enabled 1\n'
for n in $(seq $1); do
	printf '	TARGET iqn.2026-11.com.example:t%s {\n		rel_tgt_id %s\n' $n $n
	for lun in 0 1 2 3; do echo "		LUN $lun d$(((n + lun) % $1 + 1))"; done
	printf '		GROUP g {\n			LUN 0 d%s\n' $n
	for host in a b; do printf '			INITIATOR iqn.2026-11.com.example:%s%s\n' $host $n; done
	printf '		}\n		enabled 1\n	}\n'
done
echo '}'
--- file count.awk
# Writes exactly; of all other accesses, whether they are at most @most for each target.
$1 == "write" { print $1, $2 }
/^(list|read|readlink|stat) / { sum += $2 }
END { print sum <= most * 500 ? "no more looks than that" : sum " looks" }
--- run
sh make-many.sh 500 >many.conf
lunward apply $LIVE --yes many.conf >/dev/null
grep -E '^(write|read|list|readlink|stat) ' $SIM/control | awk -v most=25 -f count.awk
--- stdout
write 6001
no more looks than that
--- stderr
lunward: 6001 operations done (1 in lunward history)
--- run
echo reset >$SIM/control
lunward apply $LIVE --yes many.conf
grep -E '^(write|read|list|readlink|stat) ' $SIM/control | awk -v most=25 -f count.awk
--- stdout
Nothing to do.
write 0
no more looks than that

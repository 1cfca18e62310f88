What the script prints of a tree is read as the tree is: it is tried on recorded kernels that were made folders and files again.
--- run
top=$CASE_DIR/../../..
for trace in "$top"/tests/traces/scst/*.txt; do
	name=$(basename "$trace" .txt)
	"$CASE_DIR/make-tree.py" "$trace" "$name"
	# without inode numbers: only in sysfs do they rise with creation
	"$top/share/record-scst.sh" "$PWD/$name" | sed '/^# inodes$/d; /^#/!s/\t[0-9]*$//' >"$name.txt"
	lunward show --show-secrets "$trace" >"$name.want"
	lunward show --show-secrets "$name.txt" | cmp "$name.want" - || echo "$name differs"
	# line by line, but for what the script does not read
	sort -t "$(printf '\t')" -k 3,3 "$trace" >want
	sed '/^#/d' "$name.txt" | diff want - | grep '^>' | grep -v \
		-e '/\(mgmt\|last_sysfs_mgmt_res\|active_commands\|trace_m\?cmds\)	<ERR:ENODATA>$'
done
ls *.txt
--- stdout
00-core-only.txt
03-fresh.txt
10-devices.txt
20-iscsi-targets.txt
21-iscsi-session.txt
40-alua.txt
50-cleared.txt
--- run
# Values and names that would break a line, or read like a word of the format.
mkdir -p 'tree/a b /c' tree/sgv tree/targets/d/t/sessions/s/latency
printf 'x\ty\\z\n[key]\n\000\303\251\377' >'tree/a b /c/odd'
printf '<ERR:EIO>' >tree/error; printf '<WO>' >tree/word; printf '!WO:EACCES' >tree/other; printf '!' >tree/mark
printf 'tab' >"tree/$(printf 'na\tme\\\303\251')"
printf 'x' >"tree/$(printf 'two\nlines')"
: >tree/empty; echo 1 >tree/secret; chmod 600 tree/secret; echo 1 >tree/commands; chmod 200 tree/commands
echo 1 >tree/sgv/slow; echo 1 >tree/targets/d/t/sessions/s/latency/r512; echo 1 >tree/targets/d/t/sessions/s/read_cmd_count
ln -s '../up\' tree/link; chmod 644 tree/error tree/word tree/other tree/mark tree/empty tree/na* tree/a*/c/odd tree/targets/d/t/sessions/s/read*
chmod 755 tree 'tree/a b ' 'tree/a b /c' tree/targets tree/targets/d tree/targets/d/t tree/targets/d/t/sessions tree/targets/d/t/sessions/s
sh "$CASE_DIR/../../../share/record-scst.sh" tree >recorded
[ "$(stat -c %i tree/error)" = "$(grep /error recorded | cut -f 5)" ] || echo "another inode"
sed '/^# [A-Z].*UTC$/d; /^#/!s/\t[0-9]*$//' recorded
--- stdout
# A recorded tree of SCST, see lunward-recorded(5). It holds passwords in clear.
# inodes
0755	d	/sys/kernel/scst_tgt	
0755	d	/sys/kernel/scst_tgt/a b 	
0755	d	/sys/kernel/scst_tgt/a b /c	
0644	f	/sys/kernel/scst_tgt/a b /c/odd	x\ty\\z\n[key]\n\x00\xc3\xa9\xff
0200	f	/sys/kernel/scst_tgt/commands	!WO:EACCES
0644	f	/sys/kernel/scst_tgt/empty	
0644	f	/sys/kernel/scst_tgt/error	\x3cERR:EIO>
0777	l	/sys/kernel/scst_tgt/link	../up\\
0644	f	/sys/kernel/scst_tgt/mark	!
0644	f	/sys/kernel/scst_tgt/na\tme\\\xc3\xa9	tab
0644	f	/sys/kernel/scst_tgt/other	\x21WO:EACCES
0600	f	/sys/kernel/scst_tgt/secret	1\n
0755	d	/sys/kernel/scst_tgt/targets	
0755	d	/sys/kernel/scst_tgt/targets/d	
0755	d	/sys/kernel/scst_tgt/targets/d/t	
0755	d	/sys/kernel/scst_tgt/targets/d/t/sessions	
0755	d	/sys/kernel/scst_tgt/targets/d/t/sessions/s	
0644	f	/sys/kernel/scst_tgt/targets/d/t/sessions/s/read_cmd_count	<ERR:ENODATA>
0644	f	/sys/kernel/scst_tgt/word	\x3cWO>
--- run
"$CASE_DIR/../../../share/record-scst.sh" "$PWD/nowhere"
--- stderr
record-scst.sh: there is no @DIR@/nowhere: SCST is not loaded
--- exit 1

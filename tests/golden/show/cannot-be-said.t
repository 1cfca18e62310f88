What the language of a file cannot say is a mistake of the input: it is named, and as JSON it can be shown.
--- run
trace=$CASE_DIR/../../traces/scst/20-iscsi-targets.txt
words=$(head -c 70000 /dev/zero | tr '\0' x)
sed "s/some words here/$words/" "$trace" >now.txt
lunward show now.txt
--- stderr
lunward: warning: targets/iscsi/iqn.2026-01.example:t1: comment: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx..." is not legal: expected text of at most 4095 bytes
lunward: now.txt: scst.conf cannot hold targets/iscsi/iqn.2026-01.example:t1, attribute comment: a newline, or more than 65536 bytes, cannot be written
--- exit 2
--- run
lunward show -o json now.txt | grep -c xxxx
--- stdout
1
--- stderr
lunward: warning: targets/iscsi/iqn.2026-01.example:t1: comment: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx..." is not legal: expected text of at most 4095 bytes

A file that the vocabulary does not know and nobody can write is a fact: what is declared is compared with it, and never
set, also where the object is made anew or the tree went through JSON. Nor is a file that the kernel does not have.
--- file same.conf
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-01.example:t1 {
		zz_fact 17
	}
}
--- file other.conf
HANDLER vdisk_fileio {
	DEVICE disk1 {
		filename /srv/img/disk1
		blocksize 4096
		zz_made 2
		zz_none 1
	}
}
TARGET_DRIVER iscsi {
	enabled 1
	TARGET iqn.2026-01.example:t1 {
		zz_fact 18
		zz_none 1
		zz_password new
	}
}
--- file bad.json
{ "lunward": "tree", "version": 1, "schema": "scst", "attributes": {
  "a": { "state": "fixed" },
  "b": { "value": 1, "state": "absent" },
  "c": { "value": 1, "state": "fixed", "flags": ["keyed"] },
  "d": [ { "value": 1, "state": "fixed" }, 2 ],
  "e": { } } }
--- run
{
	cat "$CASE_DIR/../../traces/scst/20-iscsi-targets.txt"
	printf '0444\tf\t/sys/kernel/scst_tgt/targets/iscsi/iqn.2026-01.example:t1/zz_fact\t17\\n[key]\\n\n'
	printf '0444\tf\t/sys/kernel/scst_tgt/targets/iscsi/iqn.2026-01.example:t1/zz_password\told\\n\n'
	printf '0444\tf\t/sys/kernel/scst_tgt/devices/disk1/zz_made\t1\\n\n'
} >now.txt
lunward plan --from now.txt same.conf 2>&1 | grep zz_
lunward plan --from now.txt other.conf 2>&1 | grep zz_
--- stdout
same.conf:4:3: warning: "zz_fact" is no attribute of a target that is known here
other.conf:5:3: warning: "zz_made" is no attribute of a device that is known here
other.conf:5:3: warning: zz_made: this kernel has it to read only; it stays "1"
other.conf:6:3: warning: "zz_none" is no attribute of a device that is known here
other.conf:6:3: warning: zz_none: this kernel has no such attribute; it is not set
other.conf:12:3: warning: "zz_fact" is no attribute of a target that is known here
other.conf:12:3: warning: zz_fact: this kernel has it to read only; it stays "17"
other.conf:13:3: warning: "zz_none" is no attribute of a target that is known here
other.conf:13:3: warning: zz_none: this kernel has no such attribute; it is not set
other.conf:14:3: warning: "zz_password" is no attribute of a target that is known here
other.conf:14:3: warning: zz_password: this kernel has it to read only; it stays ***
--- run
lunward show -o json --show-secrets now.txt >now.json
lunward plan --from now.txt other.conf >one 2>&1
lunward plan --from now.json other.conf 2>&1 | cmp - one
grep -A2 zz_ now.json
lunward show now.txt 2>/dev/null | grep zz_
lunward diff now.json now.txt 2>/dev/null && lunward plan --full --from now.txt now.txt 2>/dev/null
--- stdout
            "zz_made": {
              "value": "1",
              "state": "fixed"
--
            "zz_fact": {
              "value": "17",
              "state": "fixed",
--
            "zz_password": {
              "value": "old",
              "state": "fixed"
Nothing to do.
Nothing to do.
--- run
lunward check bad.json
--- stderr
bad.json:2:3: error: an attribute has either a value or a state, and both if it is fixed
bad.json:3:3: error: an attribute has either a value or a state, and both if it is fixed
bad.json:5:24: error: one of several values cannot be without one
bad.json:6:3: error: an attribute has a value or a state
lunward: 4 errors
--- exit 2

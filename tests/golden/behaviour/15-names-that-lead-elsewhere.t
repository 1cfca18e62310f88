Names that would lead out of the kernel's tree, or that its files cannot say, are refused before anything is read or written.
--- sim fresh
--- file parent.conf
HANDLER vdisk_nullio {
	DEVICE ..
}
--- file slash.conf
HANDLER vdisk_nullio {
	DEVICE a/../../b
}
--- file mgmt.conf
HANDLER vdisk_nullio {
	DEVICE mgmt
}
--- file handler.conf
HANDLER ../devices {
	DEVICE a
}
--- file driver.conf
TARGET_DRIVER .. {
	enabled 1
}
--- file target.conf
TARGET_DRIVER iscsi {
	TARGET ../../handlers {
		enabled 1
	}
}
--- file group.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		GROUP .. {
			INITIATOR a/b
		}
	}
}
--- file lun.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:t {
		LUN ../0 a
	}
}
--- file alua.conf
DEVICE_GROUP ../a {
	TARGET_GROUP . {
		TARGET a/b
	}
}
--- file attribute.conf
../threads 5
HANDLER vdisk_nullio {
	../../threads 7
}
--- run
for file in *.conf; do
	lunward apply $LIVE --yes $file
	echo "$file: $?"
done
--- stdout
alua.conf: 2
attribute.conf: 2
driver.conf: 2
group.conf: 2
handler.conf: 2
lun.conf: 2
mgmt.conf: 2
parent.conf: 2
slash.conf: 2
target.conf: 2
--- stderr
alua.conf:1:1: error: device group name: "../a" is not legal: expected a name without blank, control byte or one of /=;: the kernel cannot express these
alua.conf:2:2: error: target group name: "." is not legal: expected a name other than . and ..
alua.conf:3:3: error: target name: "a/b" is not legal: expected a name without blank, control byte or one of /=;: the kernel cannot express these
alua.conf:3:3: warning: there is no target of this name, and no number says which port of another node is meant
  hint: a target of another node has its rel_tgt_id in a block here
lunward: 3 errors, 1 warning
attribute.conf:1:1: error: "../threads" cannot be the name of an attribute: that is one file
attribute.conf:3:2: error: "../../threads" cannot be the name of an attribute: that is one file
lunward: 2 errors
driver.conf:1:1: error: driver name: ".." is not legal: expected a name other than . and ..
driver.conf:1:1: warning: no driver of this name is known here
lunward: 1 error, 1 warning
group.conf:3:3: error: group name: ".." is not legal: expected a name other than . and ..
group.conf:4:4: error: initiator name: "a/b" is not legal: expected a name without blank, control byte or one of /=;: the kernel cannot express these
lunward: 2 errors
handler.conf:1:1: error: handler name: "../devices" is not legal: expected a name without blank, control byte or one of /=;: the kernel cannot express these
handler.conf:1:1: warning: no handler of this name is known here
lunward: 1 error, 1 warning
lun.conf:3:7: error: expected a number after 'LUN', found '../0'
lunward: 1 error
mgmt.conf:2:2: error: device cannot be named mgmt: the kernel keeps a file of that name there
  hint: choose another name
lunward: 1 error
parent.conf:2:2: error: device name: ".." is not legal: expected a name other than . and ..
lunward: 1 error
slash.conf:2:2: error: device name: "a/../../b" is not legal: expected a name without blank, control byte or one of /=;.: the kernel cannot express these
lunward: 1 error
target.conf:1:1: warning: nobody can log in to its targets: the driver is off
  hint: write enabled 1 into its own block, too
target.conf:2:2: error: target name: "../../handlers" is not legal: expected a name without blank, control byte or one of /=;: the kernel cannot express these
target.conf:2:2: warning: ../../handlers is no iSCSI name: initiators may refuse it
  hint: names look like iqn.2024-05.net.example:disks, in lower case
lunward: 1 error, 2 warnings
--- run
lunward save -o json $AT >tree.json
sed 's/"copy_manager"/"copy\\nmanager"/' tree.json >newline.json
lunward apply $LIVE --yes newline.json
echo "$?"
sed 's|"copy_manager"|"../.."|' tree.json >newline.json
lunward apply $LIVE --yes newline.json
echo "$?"
grep -c '=>' $SIM/control
--- stdout
2
2
0
--- stderr
newline.json:6:5: error: driver name: "copy\x0amanager" is not legal: expected a name without blank, control byte or one of /=;: the kernel cannot express these
lunward: 1 error
newline.json:6:5: error: driver name: "../.." is not legal: expected a name without blank, control byte or one of /=;: the kernel cannot express these
lunward: 1 error
--- exit 1

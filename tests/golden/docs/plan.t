The plans in docs/PLAN.md and lunward-plan(1) are what is printed.
--- file old.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:store {
		LUN 0 a
		enabled 1
	}
	enabled 1
}
--- file new.conf
HANDLER vdisk_fileio {
	DEVICE b {
		filename /srv/b.img
		blocksize 4096
	}
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:store {
		LUN 0 b
		enabled 1
	}
	enabled 1
}
--- file blocks.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		blocksize 4096
	}
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:store {
		LUN 0 a
		enabled 1
	}
	enabled 1
}
--- file open.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:store {
		allowed_portal 192.0.2.1
		allowed_portal 192.0.2.9
		IncomingUser "alice the-first-secret"
		enabled 1
	}
	enabled 1
}
--- file closed.conf
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:store {
		allowed_portal 192.0.2.1
		IncomingUser "alice the-second-secret"
		enabled 1
	}
	enabled 1
}
--- file two.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
	}
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:store {
		LUN 0 a {
			read_only 1
		}
		enabled 1
	}
	enabled 1
}
--- file swap.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
	}
	DEVICE b {
		filename /srv/b.img
	}
}
TARGET_DRIVER iscsi {
	TARGET iqn.2026-11.com.example:store {
		LUN 0 b {
			read_only 1
		}
		enabled 1
	}
	enabled 1
}
--- file holds.py
import json, re, sys
name, indent = sys.argv[1:]
doc = open(name).read()
got = sys.stdin.read()
if got.startswith("{"):
    # the same members in the same order, however they are laid out
    shown = [re.sub("^" + indent, "", text, flags=re.M)
             for text in re.findall(f"^{indent}{{$.*?^{indent}}}$", doc, re.M | re.S)]
    same = lambda text: json.loads(text, object_pairs_hook=list)
    if same(got) not in map(same, shown):
        print(f"{name} lacks the JSON:\n{got}")
elif "".join(indent + line for line in got.splitlines(True)) not in doc:
    print(f"{name} lacks:\n{got}")
--- run
doc=$CASE_DIR/../../../docs/PLAN.md man=$CASE_DIR/../../../man/lunward-plan.1.scd
lunward plan --from old.conf new.conf >text; python3 holds.py "$doc" '    ' <text
sed 's/iqn.2026-11.com.example:store/t/' text | python3 holds.py "$man" ''
lunward plan --from old.conf blocks.conf | python3 holds.py "$doc" '    '
lunward plan --from open.conf closed.conf | python3 holds.py "$doc" '    '
lunward plan -o json --from two.conf swap.conf >json; python3 holds.py "$doc" '    ' <json
sed 's/iqn.2026-11.com.example:store/t/' json | python3 holds.py "$man" ''
--- run
# and nothing else stands among the examples of docs/PLAN.md
for new in new blocks; do lunward plan --from old.conf $new.conf; echo; done >printed
lunward plan --from open.conf closed.conf >>printed
sed -n '/^## Examples/,/^## JSON/{/^##/d;p}' "$CASE_DIR/../../../docs/PLAN.md" | sed '1d;$d;s/^    //' | diff printed -

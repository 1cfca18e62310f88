A default that the kernel would refuse, because another value of the object limits it, is not written back.
--- file a.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1G", "udev_path": "/srv/a", "block_size": 4096, "optimal_sectors": 1024}},
  {"kind": "fileio_so", "name": "b", "attributes": {"size": "1G", "udev_path": "/srv/b", "optimal_sectors": 1024}}]}
--- file b.json
{"lunward": "tree", "version": 1, "schema": "lio", "children": [
  {"kind": "fileio_so", "name": "a", "attributes": {"size": "1G", "udev_path": "/srv/a", "block_size": 4096}},
  {"kind": "fileio_so", "name": "b", "attributes": {"size": "1G", "udev_path": "/srv/b"}}]}
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a {
		blocksize 1048576
		opt_trans_len 2097152
	}
	DEVICE b {
		blocksize 4096
		opt_trans_len 1048576
	}
}
--- run
lunward plan --from a.json b.json
lunward diff a.json b.json 2>/dev/null
--- stdout
~ set fileio/b optimal_sectors: 1024 -> 16384 (default) [none] because the file does not name it (b.json:3)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
~ set fileio/b optimal_sectors: 1024 -> 16384 (default) [none] because the file does not name it (b.json:3)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
b.json:2:3: warning: optimal_sectors is no longer declared, and its default is not known: it stays as it is
  hint: declare the value that it shall have
--- exit 3
--- run
sed /opt_/d a.conf >b.conf
lunward plan --from a.conf b.conf
--- stdout
~ set handlers/vdisk_nullio/b opt_trans_len: 1048576 -> 524288 (default) [none] because the file does not name it (b.conf:5)
Plan: 0 to create, 1 to change, 0 to delete; 0 operations disturb sessions, 0 drop them.
--- stderr
b.conf:2:2: warning: opt_trans_len is no longer declared, and its default is not known: it stays as it is
  hint: declare the value that it shall have
--- exit 3

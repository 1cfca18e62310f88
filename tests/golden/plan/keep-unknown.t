--keep with a name that nobody has is probably a typing mistake; a name that only the file knows is none.
--- file a.conf
HANDLER vdisk_fileio {
	DEVICE a {
		filename /srv/a.img
		frobnicate 1
	}
}
--- run
lunward plan --keep threads_nun --keep frobnicate --from a.conf a.conf
--- stdout
Nothing to do.
--- stderr
lunward: warning: threads_nun, to be kept, is no attribute that scst knows
  hint: did you mean threads_num?

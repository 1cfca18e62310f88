What is saved to a pipe goes through it, and of a link that is replaced which it leads to; a new file is its owner's only.
--- sim fresh
--- run
lunward save $AT /dev/stdout | grep -c TARGET_DRIVER
ln -s real.conf link.conf
echo old >real.conf
lunward save $AT link.conf
test -h link.conf && grep -c TARGET_DRIVER real.conf
stat -c %a real.conf
lunward save $AT no/such/folder/x.conf
--- stdout
3
3
600
--- stderr
lunward: no/such/folder/x.conf cannot be written: No such file or directory
--- exit 1

An engine that is not here is told apart from a failure; so is a state folder that cannot be used.
--- sim core-only
--- file a.conf
HANDLER vdisk_nullio {
	DEVICE a
}
--- run
for command in "plan a.conf" "apply --yes a.conf" "clear --yes" history rollback; do
	lunward $command --root /nowhere --state state; echo $?
done
lunward save --root /nowhere; echo $?
lunward show --root /nowhere; echo $?
--- stdout
6
6
6
6
6
6
6
--- stderr
lunward: SCST is not here: there is no /nowhere
  hint: load its kernel modules, or name another place with --root
lunward: SCST is not here: there is no /nowhere
  hint: load its kernel modules, or name another place with --root
lunward: SCST is not here: there is no /nowhere
  hint: load its kernel modules, or name another place with --root
lunward: SCST is not here: there is no /nowhere
  hint: load its kernel modules, or name another place with --root
lunward: SCST is not here: there is no /nowhere
  hint: load its kernel modules, or name another place with --root
lunward: SCST is not here: there is no /nowhere
  hint: load its kernel modules, or name another place with --root
lunward: SCST is not here: there is no /nowhere
  hint: load its kernel modules, or name another place with --root
--- run
lunward history --root $SIM/scst_tgt --state a.conf
--- stderr
lunward: error: cannot use the state folder a.conf/scst: Not a directory
  hint: --state names another one
lunward: 1 error
--- exit 1
--- run
lunward apply $LIVE --yes a.conf
--- stdout
Nothing to do.
--- stderr
a.conf:1:1: warning: handler vdisk_nullio is not there: it is left out with all in it
  hint: load the kernel module that makes it
--- exit 4
--- run
mkdir else; echo 1 >else/version
lunward save --root else
--- stderr
lunward: SCST is not here: else is something else, without a file last_sysfs_mgmt_res
--- exit 6
--- run
rm -r state
lunward save $AT >/dev/null; lunward show $AT >/dev/null; ls
--- stdout
a.conf
else
sim

Under the name pyscstadmin the program takes that tool's options, in its order, with its exit codes.
--- file good.conf
setup_id 1
--- file bad.conf
HANDLER vdisk_nullio {
--- file wrong.conf
HANDLER vdisk_nullio {
	DEVICE a {
		blocksize 1000
	}
}
--- run
pyscstadmin
--- stdout
usage: pyscstadmin [-config FILE] [-check_config FILE] [-clear_config] [-suspend N] [-timeout TIMEOUT] [-log_level LEVEL] [-root FOLDER] [-state FOLDER] [-version] [--help]

  -config FILE         bring SCST into the state of FILE
  -check_config FILE   find the mistakes in FILE
  -clear_config        take away all that is configured
  -suspend N           pause all I/O meanwhile; what runs has N seconds to end
  -timeout TIMEOUT     seconds that one operation may take (60)
  -log_level LEVEL     DEBUG, INFO, WARNING or ERROR (WARNING)
  -root FOLDER         where the kernel tree is (/sys/kernel/scst_tgt)
  -state FOLDER        where journal and history are (/var/lib/lunward)
  -version             print the version
  -h, --help           print this
--- run
pyscstadmin -h | head -n 1
pyscstadmin --help | wc -l
pyscstadmin --version
--- stdout
usage: pyscstadmin [-config FILE] [-check_config FILE] [-clear_config] [-suspend N] [-timeout TIMEOUT] [-log_level LEVEL] [-root FOLDER] [-state FOLDER] [-version] [--help]
12
--- stderr
usage: pyscstadmin [-config FILE] [-check_config FILE] [-clear_config] [-suspend N] [-timeout TIMEOUT] [-log_level LEVEL] [-root FOLDER] [-state FOLDER] [-version] [--help]
pyscstadmin: error: unrecognized arguments: --version
--- exit 2
--- run
pyscstadmin -version | sed 's/[0-9.]*$/V/'
--- stdout
pyscstadmin, as lunward V
--- run
pyscstadmin -config
--- stderr
usage: pyscstadmin [-config FILE] [-check_config FILE] [-clear_config] [-suspend N] [-timeout TIMEOUT] [-log_level LEVEL] [-root FOLDER] [-state FOLDER] [-version] [--help]
pyscstadmin: error: argument -config: expected one argument
--- exit 2
--- run
pyscstadmin -config -clear_config
--- stderr
usage: pyscstadmin [-config FILE] [-check_config FILE] [-clear_config] [-suspend N] [-timeout TIMEOUT] [-log_level LEVEL] [-root FOLDER] [-state FOLDER] [-version] [--help]
pyscstadmin: error: argument -config: expected one argument
--- exit 2
--- run
pyscstadmin -c good.conf
--- stderr
usage: pyscstadmin [-config FILE] [-check_config FILE] [-clear_config] [-suspend N] [-timeout TIMEOUT] [-log_level LEVEL] [-root FOLDER] [-state FOLDER] [-version] [--help]
pyscstadmin: error: ambiguous option: -c could match -config, -check_config, -clear_config
--- exit 2
--- run
pyscstadmin -clear_config=1
--- stderr
usage: pyscstadmin [-config FILE] [-check_config FILE] [-clear_config] [-suspend N] [-timeout TIMEOUT] [-log_level LEVEL] [-root FOLDER] [-state FOLDER] [-version] [--help]
pyscstadmin: error: argument -clear_config: ignored explicit argument '1'
--- exit 2
--- run
pyscstadmin -config good.conf -timeout soon
--- stderr
usage: pyscstadmin [-config FILE] [-check_config FILE] [-clear_config] [-suspend N] [-timeout TIMEOUT] [-log_level LEVEL] [-root FOLDER] [-state FOLDER] [-version] [--help]
pyscstadmin: error: argument -timeout: invalid int value: 'soon'
--- exit 2
--- run
pyscstadmin -config good.conf -log_level LOUD
--- stderr
usage: pyscstadmin [-config FILE] [-check_config FILE] [-clear_config] [-suspend N] [-timeout TIMEOUT] [-log_level LEVEL] [-root FOLDER] [-state FOLDER] [-version] [--help]
pyscstadmin: error: argument -log_level: invalid choice: 'LOUD' (choose from DEBUG INFO WARNING ERROR)
--- exit 2
--- run
pyscstadmin good.conf
--- stderr
usage: pyscstadmin [-config FILE] [-check_config FILE] [-clear_config] [-suspend N] [-timeout TIMEOUT] [-log_level LEVEL] [-root FOLDER] [-state FOLDER] [-version] [--help]
pyscstadmin: error: unrecognized arguments: good.conf
--- exit 2
--- run
pyscstadmin -list_target
--- stderr
usage: pyscstadmin [-config FILE] [-check_config FILE] [-clear_config] [-suspend N] [-timeout TIMEOUT] [-log_level LEVEL] [-root FOLDER] [-state FOLDER] [-version] [--help]
pyscstadmin: error: unrecognized arguments: -list_target
--- exit 2
--- run
pyscstadmin -check_config good.conf
pyscstadmin -check good.conf -clear_config
pyscstadmin -check_config=good.conf
--- stdout
Configuration file good.conf is valid
Configuration file good.conf is valid
Configuration file good.conf is valid
--- run
pyscstadmin -check_config bad.conf
--- stdout
Configuration file bad.conf has errors
--- stderr
bad.conf:2:1: error: expected '}' before the end of the text: HANDLER vdisk_nullio, opened in line 1, is not closed
--- exit 1
--- run
pyscstadmin -check_config wrong.conf
--- stdout
Configuration file wrong.conf has errors
--- stderr
wrong.conf:3:3: error: blocksize: "1000" is not legal: expected a power of two, at least 512
--- exit 1
--- run
pyscstadmin -check_config none.conf
--- stdout
Configuration file none.conf has errors
--- stderr
none.conf: error: cannot be read: No such file or directory
--- exit 1
--- run
pyscstadmin -config none.conf -check_config good.conf
--- stderr
none.conf: error: cannot be read: No such file or directory
Error: the configuration cannot be read
--- exit 1
--- run
pyscstadmin -config good.conf -root /nowhere -state state
--- stderr
lunward: SCST is not here: there is no /nowhere
  hint: load its kernel modules, or name another place with --root
Error: SCST is not available
--- exit 1

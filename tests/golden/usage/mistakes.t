What is wrong with a command line is said with a hint, and nothing is done.
--- run
lunward
--- stderr
lunward: a command is missing
  hint: 'lunward help' shows how it is used
--- exit 2
--- run
lunward chek
--- stderr
lunward: no such command: chek; did you mean check?
  hint: 'lunward help' lists the commands
--- exit 2
--- run
lunward 'ch
ek'
--- stderr
lunward: no such command: ch\x0aek; did you mean check?
  hint: 'lunward help' lists the commands
--- exit 2
--- run
lunward --verison
--- stderr
lunward: no such option: --verison; did you mean --version?
  hint: 'lunward help' shows how it is used
--- exit 2
--- run
lunward check
--- stderr
lunward check: takes one FILE or more; none was given
  hint: 'lunward help check' shows how it is used
--- exit 2
--- run
lunward show one two
--- stderr
lunward show: takes one FILE at most; "two" is one too many
  hint: 'lunward help show' shows how it is used
--- exit 2
--- run
lunward diff one
--- stderr
lunward diff: takes two files, A and B; only "one" was given
  hint: 'lunward help diff' shows how it is used
--- exit 2
--- run
lunward check --stric x
--- stderr
lunward check: no such option: --stric; did you mean --strict?
  hint: 'lunward help check' shows how it is used
--- exit 2
--- run
lunward check --full x
--- stderr
lunward check: no such option: --full
  hint: 'lunward help check' shows how it is used
--- exit 2
--- run
lunward check --strict=1 x
--- stderr
lunward check: --strict takes no argument
  hint: 'lunward help check' shows how it is used
--- exit 2
--- run
lunward check -x
--- stderr
lunward check: no such option: -x
  hint: 'lunward help check' shows how it is used
--- exit 2
--- run
lunward check x --as
--- stderr
lunward check: --as needs its FORMAT
  hint: 'lunward help check' shows how it is used
--- exit 2
--- run
lunward check --as scst x
--- stderr
lunward check: --as takes scst.conf, tree or recorded, not "scst"
  hint: 'lunward help check' shows how it is used
--- exit 2
--- run
lunward check --output= x
--- stderr
lunward check: --output takes text or json, not ""
  hint: 'lunward help check' shows how it is used
--- exit 2
--- run
lunward plan --from x --keep= x
--- stderr
lunward plan: --keep needs its ATTRIBUTE, not ""
  hint: 'lunward help plan' shows how it is used
--- exit 2
--- run
lunward plan x
--- stderr
x: error: cannot be read: No such file or directory
lunward: 1 error
--- exit 2
--- run
lunward diff - -
--- stderr
lunward: standard input can be only one of the two
--- exit 2
--- run
lunward plan --from - - </dev/null
--- stderr
lunward: standard input can be only one of the two
--- exit 2
--- run
lunward help plann
--- stderr
lunward: no such command: plann; did you mean plan?
  hint: 'lunward help' lists the commands
--- exit 2
--- run
lunward schema scts
--- stderr
lunward: no such vocabulary: scts; did you mean scst?
  hint: 'lunward schema' lists the vocabularies
--- exit 2
--- run
lunward schema scst luns
--- stderr
lunward: no such kind or keyword of scst: luns; did you mean lun?
  hint: 'lunward schema scst' lists them
--- exit 2
--- run
lunward completion fish
--- stderr
lunward: completion knows bash and zsh, not "fish"
--- exit 2
--- run
lunward ''
--- stderr
lunward: no such command: ""
  hint: 'lunward help' lists the commands
--- exit 2
--- run
lunward CHEK
--- stderr
lunward: no such command: CHEK; did you mean check?
  hint: 'lunward help' lists the commands
--- exit 2
--- run
# A path, or a whole file, where the command should be: its beginning says which.
lunward "$(printf '%0120d' 0)"; lunward "$(printf '%059dé%020d' 0 0)"; lunward check --"$(printf '%0120d' 0)"
--- stderr
lunward: no such command: 000000000000000000000000000000000000000000000000000000000000...
  hint: 'lunward help' lists the commands
lunward: no such command: 00000000000000000000000000000000000000000000000000000000000...
  hint: 'lunward help' lists the commands
lunward check: no such option: --000000000000000000000000000000000000000000000000000000000000...
  hint: 'lunward help check' shows how it is used
--- exit 2
--- run
lunward plan --from good.conf
--- stderr
lunward plan: takes one FILE, what is wanted, besides that of --from; none was given
  hint: 'lunward help plan' shows how it is used
--- exit 2
--- run
lunward plan --from a.conf b.conf c.conf
--- stderr
lunward plan: takes one FILE, what is wanted, besides that of --from; "c.conf" is one too many
  hint: 'lunward help plan' shows how it is used
--- exit 2
--- run
lunward plan a.conf b.conf
--- stderr
lunward plan: takes one FILE, what is wanted, besides that of --from; "b.conf" is one too many
  hint: 'lunward help plan' shows how it is used
--- exit 2
--- run
lunward diff ''
--- stderr
lunward diff: takes two files, A and B; only "" was given
  hint: 'lunward help diff' shows how it is used
--- exit 2
--- run
lunward schema scst lun group
--- stderr
lunward schema: takes a VOCABULARY and a KIND at most; "group" is one too many
  hint: 'lunward help schema' shows how it is used
--- exit 2
--- run
lunward help plan diff
--- stderr
lunward help: takes no more than one COMMAND; "diff" is one too many
  hint: 'lunward help help' shows how it is used
--- exit 2
--- run
lunward completion "$(printf 'fi\nsh')"
--- stderr
lunward: completion knows bash and zsh, not "fi\x0ash"
--- exit 2
--- run
echo nonsense | lunward check - -
--- stderr
lunward: standard input can be only one of the files
--- exit 2
--- run
lunward help foo
--- stderr
lunward: no such command: foo
  hint: 'lunward help' lists the commands
--- exit 2
--- run
lunward schema foo
--- stderr
lunward: no such vocabulary: foo
  hint: 'lunward schema' lists the vocabularies
--- exit 2
--- run
lunward schema scst foo
--- stderr
lunward: no such kind or keyword of scst: foo
  hint: 'lunward schema scst' lists them
--- exit 2
--- run
lunward schema scst device_groups
--- stderr
lunward: no such kind or keyword of scst: device_groups; did you mean device_group?
  hint: 'lunward schema scst' lists them
--- exit 2

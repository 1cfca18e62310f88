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
  hint: 'lunward help' shows how it is used
--- exit 2
--- run
lunward 'ch
ek'
--- stderr
lunward: no such command: ch\x0aek; did you mean check?
  hint: 'lunward help' shows how it is used
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
lunward check: takes FILE..., got 0 operands
  hint: 'lunward help check' shows how it is used
--- exit 2
--- run
lunward show one two
--- stderr
lunward show: takes FILE, got 2 operands
  hint: 'lunward help show' shows how it is used
--- exit 2
--- run
lunward diff one
--- stderr
lunward diff: takes A B, got 1 operand
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
lunward plan x
--- stderr
lunward: plan needs --from FILE: what is there now; the engines cannot be read yet
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
--- exit 2
--- run
lunward schema scts
--- stderr
lunward: no such vocabulary: scts; did you mean scst?
--- exit 2
--- run
lunward schema scst luns
--- stderr
lunward: scst has no such kind: luns; did you mean lun?
--- exit 2
--- run
lunward completion fish
--- stderr
lunward: completion knows bash and zsh, not "fish"
--- exit 2

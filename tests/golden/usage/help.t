The commands, and what one of them takes; help and --help say the same.
--- run
lunward help
--- stdout
Usage: lunward COMMAND [OPTION]... [OPERAND]...

Keeps SCSI storage in the state its owner declared.

Commands:
  apply       bring the running engine into the state of a configuration
  check       find the mistakes in configurations
  clear       take away all that can be configured
  completion  print the completion script for a shell
  confirm     keep what apply --confirm-within has done
  diff        show what leads from one configuration to another
  help        explain a command
  history     list what was applied
  plan        show what applying a configuration would do
  rollback    undo what was applied
  save        write the running state as a configuration
  schema      list kinds of objects and their attributes
  show        print a configuration in canonical form
  status      show which engines are here, and who works at them

Options:
  -h, --help              print this and do nothing
  -V, --version           print the version and do nothing

'lunward help COMMAND' explains a command, 'man lunward' the whole.
--- run
lunward help check
--- stdout
Usage: lunward check [OPTION]... FILE...

Reads each FILE by itself and prints every mistake with its place. Touches nothing and needs
neither root nor a kernel. Exits with 0 if there are warnings at most, else with 2.

Options:
      --as FORMAT         read every file as this, instead of telling its language by its content
                          FORMAT: scst.conf, tree or recorded
      --color WHEN        colours; auto: on a terminal, unless NO_COLOR is set
                          WHEN: auto, always or never
  -o, --output FORM       text for people (the default), or json for programs
                          FORM: text or json
      --strict            a warning is as bad as an error
  -h, --help              print this and do nothing
--- run
lunward help >expected; lunward --help | diff expected -; lunward -h | diff expected -
for command in check completion diff help plan schema show; do
	lunward help $command >expected
	lunward $command --help | diff expected -
	lunward $command -h nothing is read | diff expected -
done
--- run
lunward --version; lunward -V
--- stdout
lunward 0.1.0
lunward 0.1.0
--- run
# Each speaks of itself, also where two commands share an option.
lunward help help
for command in plan diff schema; do echo "$command"; lunward $command --help | grep -e --verbose; done
--- stdout
Usage: lunward help [OPTION]... [COMMAND]

Without an operand: lists the commands. With one: says what the COMMAND does and which options it
takes, as 'lunward COMMAND --help' does.

Options:
  -h, --help              print this and do nothing
plan
  -v, --verbose           also print fences and settles, which change nothing
diff
  -v, --verbose           also print fences and settles, which change nothing
schema
  -v, --verbose           also list facts and counters, which are no configuration

The script for bash: commands, options, their arguments, files.
--- file store.conf
--- file ask.bash
eval "$(lunward completion bash)"
ask() {
	COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
	_lunward
	echo "${*:2}: ${COMPREPLY[*]}"
}
ask lunward ''
ask lunward s
ask lunward --
ask lunward plan --s
ask lunward check --
ask lunward check -o ''
ask lunward check --output = j
ask lunward check --output =
ask lunward plan --from st
ask lunward plan --from store.conf ask
ask lunward plan --keep ''
ask lunward completion ''
ask lunward help pl
ask lunward schema ''
--- run
bash ask.bash
--- stdout
: check completion diff help plan schema show
s: schema show
--: --help --version
plan --s: --show-secrets
check --: --as --color --output --strict --help
check -o : text json
check --output = j: json
check --output =: text json
plan --from st: store.conf
plan --from store.conf ask: ask.bash
plan --keep : 
completion : bash zsh
help pl: plan
schema : scst lio

The script for bash: commands, options, their arguments, files.
--- file store.conf
--- file ask.bash
eval "$(lunward completion bash)"
: >"with blank.conf"
ask() {
	COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
	_lunward
	echo "${*:2}: ${COMPREPLY[*]}"
	[[ ${COMPREPLY[0]} != *' '* ]] || echo "${#COMPREPLY[@]} with a blank"
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
ask lunward schema scst fileio_
ask lunward schema lio alu
ask lunward show 'with'
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
schema scst fileio_: fileio_handler fileio_device
schema lio alu: 
show with: with blank.conf
1 with a blank

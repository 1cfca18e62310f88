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
ask lunward plan --keep cluster_m
ask lunward plan --keep = cluster_m
ask lunward plan --keep usn --k
ask lunward plan --only device_g
ask lunward completion ''
ask lunward help pl
ask lunward schema ''
ask lunward schema scst fileio_
ask lunward schema lio alu
ask lunward show 'with'
# options are no operands, and where no operand is taken any more, none is offered
ask lunward schema scst -v fileio_d
ask lunward schema -v l
ask lunward schema -o json l
ask lunward schema scst lun l
ask lunward help check c
ask lunward completion bash b
ask lunward show store.conf st
ask lunward diff store.conf st
ask lunward diff store.conf store.conf st
ask lunward plan --from = store.conf st
ask lunward plan store.conf --from = st
ask lunward check store.conf --as tree st
# behind -- an option is a file's name
ask lunward check -- -
ask lunward check -- --as st
ask lunward check - st
--- run
bash ask.bash
--- stdout
: apply check clear completion confirm diff help history plan rollback save schema show status
s: save schema show status
--: --help --version
plan --s: --show-secrets --state
check --: --as --color --output --strict --help
check -o : text json
check --output = j: json
check --output =: text json
plan --from st: store.conf
plan --from store.conf ask: ask.bash
plan --keep cluster_m: cluster_mode
plan --keep = cluster_m: cluster_mode
plan --keep usn --k: --keep
plan --only device_g: device_group
completion : bash zsh
help pl: plan
schema : scst lio
schema scst fileio_: fileio_handler fileio_device
schema lio alu: 
show with: with blank.conf
1 with a blank
schema scst -v fileio_d: fileio_device
schema -v l: lio
schema -o json l: lio
schema scst lun l: 
help check c: 
completion bash b: 
show store.conf st: 
diff store.conf st: store.conf
diff store.conf store.conf st: 
plan --from = store.conf st: store.conf
plan store.conf --from = st: store.conf
check store.conf --as tree st: store.conf
check -- -: 
check -- --as st: store.conf
check - st: store.conf

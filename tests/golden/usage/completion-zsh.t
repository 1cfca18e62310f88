The script for zsh names every command and every option. (zsh itself is not needed to build lunward; where it is there, it
reads the script.)
--- run
lunward completion zsh >_lunward
head -n 2 _lunward
for command in $(lunward help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
	grep -q "^	$command)" _lunward || echo "$command is missing"
	for option in $(lunward help $command | sed -n 's/^  .*\(--[a-z-]*\).*/\1/p'); do
		sed -n "/^	$command)/,/;;/p" _lunward | grep -q -e "$option" || echo "$command $option is missing"
	done
done
if command -v zsh >/dev/null; then zsh -n _lunward; fi
--- stdout
#compdef lunward
# zsh completion for lunward

Every command has a page, or its place in lunward(1); every option stands in the page of its command, every page in lunward(1).
--- run
man=$CASE_DIR/../../../man
for command in $(lunward help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
	grep -q -F "*$command*" "$man/lunward.1.scd" || echo "lunward.1.scd does not name $command"
	page=$man/lunward-$command.1.scd
	[ -e "$page" ] || page=$man/lunward.1.scd
	lunward help $command | sed -n 's/^  .*\(--[a-z-]*\).*/\1/p' | while read -r option; do
		grep -q -F -e "*$option*" "$page" || echo "${page##*/} does not explain $option"
	done
done
for page in "$man"/lunward-*.1.scd; do
	name=${page##*/}
	grep -q -F "*${name%.1.scd}*(1)" "$man/lunward.1.scd" || echo "lunward.1.scd does not refer to $name"
done
for name in scstadmin pyscstadmin; do
	$name -h | grep -o '^  -[a-zA-Z_]*\|, --*[a-zA-Z_]*' | tr -d ', ' | while read -r option; do
		grep -q -F -e "*$option*" "$man/$name.1.scd" || echo "$name.1.scd does not explain $option"
	done
done

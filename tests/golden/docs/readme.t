What the README shows is what happens.
--- run
cd "$CASE_DIR/../../.."
# shown COMMAND...: the command and each line that it prints stand in the README
shown() {
	grep -q -x -F -e "    \$ $*" README.md || echo "README.md lacks the command: $*"
	"$@" 2>&1 | while IFS= read -r line; do
		grep -q -x -F -e "    $line" README.md || echo "README.md lacks: $line"
	done
}
shown lunward plan --from examples/before.conf examples/after.conf
shown lunward check examples/broken.conf
--- run
cd "$CASE_DIR/../../.."
diff -U0 examples/before.conf examples/after.conf | grep '^[-+] ' | while IFS= read -r line; do
	grep -q -x -F -e "    $line" README.md || echo "README.md lacks: $line"
done
--- run
cd "$CASE_DIR/../../.."
# What README.md shows of the library is the text of a program that the tests compile.
sed -n '/README: \*\//,/:README/{/README/d;p}' examples/plan.c | expand -t 8 | sed 's/^ *$//' | while IFS= read -r line; do
	[ -z "$line" ] || grep -q -x -F -e "    ${line#        }" README.md || echo "README.md lacks: $line"
done

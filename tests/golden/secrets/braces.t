A brace behind a user and his secret makes them the name of a block that is none: no message says more of it than the first
word, if that is a name.
--- file open.conf
IncomingUser "joe secretsecret1" {
--- file twice.conf
TARGET_DRIVER iscsi {
	IncomingUser "joe secretsecret1" {
	IncomingUser "ann secretsecret2" {
}
--- file closed.conf
IncomingUser "joe secretsecret1" {
}
}
--- file lines.conf
TARGET_DRIVER iscsi {
	IncomingUser
	"joe secretsecret1" {
}
--- file no-blank.conf
TARGET_DRIVER iscsi {
	OutgoingUser"joe:secretsecret1"
}
--- run
for f in open twice closed lines no-blank; do
	for command in "check" "check -o json" "show" "plan --from $f.conf"; do
		lunward $command $f.conf
	done
done 2>&1 | grep -c secretsecret
lunward check open.conf twice.conf closed.conf lines.conf no-blank.conf
--- stdout
0
--- stderr
open.conf:1:1: error: 'IncomingUser' is no keyword, but a block follows
open.conf:2:1: error: expected '}' before the end of the text: a block, opened in line 1, is not closed
twice.conf:2:35: error: 'IncomingUser' is an attribute and has no block
twice.conf:5:1: error: expected '}' before the end of the text: a block, opened in line 2, is not closed
  hint: TARGET_DRIVER iscsi of line 1 around it is open, too
closed.conf:1:1: error: 'IncomingUser' is no keyword, but a block follows
closed.conf:3:1: error: this '}' closes nothing: a block, opened in line 1, is closed in line 2 already
  hint: scstadmin ends the file here, without a word
lines.conf:3:2: error: 'joe...' is no keyword, but a block follows
lines.conf:5:1: error: expected '}' before the end of the text: TARGET_DRIVER iscsi, opened in line 1, is not closed
no-blank.conf:2:2: error: "OutgoingUser..." cannot be the name of an attribute: a name holds no blank and no '='
  hint: quote the value alone
lunward: 9 errors
--- exit 2

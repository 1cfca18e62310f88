Of a user without a secret, or a secret without a user, nothing is shown: nobody knows which it is.
--- file a.json
{
  "lunward": "tree",
  "version": 1,
  "schema": "scst",
  "children": [
    {
      "kind": "driver",
      "name": "iscsi",
      "attributes": {
        "IncomingUser": ["c2VjcmV0cGFzcw==", "name=joe secret-of-joe", "a b c-secret-1234"]
      }
    }
  ]
}
--- run
lunward check a.json
--- stderr
a.json:10:26: error: IncomingUser: *** is not legal: expected a user name and a secret, two words: the kernel drops what follows
a.json:10:46: error: IncomingUser: *** is not legal: expected a user name and a secret without =: the kernel cuts the secret there
a.json:10:72: error: IncomingUser: *** is not legal: expected a user name and a secret, two words: the kernel drops what follows
lunward: 3 errors
--- exit 2
--- run
lunward show a.json
--- stderr
a.json:10:26: error: IncomingUser: *** is not legal: expected a user name and a secret, two words: the kernel drops what follows
a.json:10:46: error: IncomingUser: *** is not legal: expected a user name and a secret without =: the kernel cuts the secret there
a.json:10:72: error: IncomingUser: *** is not legal: expected a user name and a secret, two words: the kernel drops what follows
lunward: 3 errors
--- exit 2

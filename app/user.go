package app

import (
	"os/user"
	"strings"
	"sync"
)

// User is the name of the person at the computer, as the system knows it: the User ID of what is logged (S:OQ-3). It is blank
// where the system does not tell.
var User = sync.OnceValue(func() string {
	u, err := user.Current()
	if err != nil {
		return ""
	}
	name := u.Username
	return strings.ToUpper(name[strings.LastIndexByte(name, '\\')+1:]) // without the domain
})

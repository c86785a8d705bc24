package keys

import (
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// PasswordSource says where a password comes from: the first of a file, an environment variable and a prompt that is
// set and there. It is never an argument, which every user of the machine could read.
type PasswordSource struct {
	File string // path; its last line break is not part of the password
	Env  string // name of the variable

	Terminal *os.File  // asked without echo if it is a terminal, usually os.Stdin; nil: do not ask
	Out      io.Writer // where the question is written, usually os.Stderr
	Question string    // e.g. "Password of the attestation key"
	Confirm  bool      // ask twice, for a new key
}

// Read gets the password.
func (s PasswordSource) Read() (string, error) {
	if s.File != "" {
		raw, err := readFile(s.File)
		if err != nil {
			return "", fmt.Errorf("read password: %w", err)
		}
		password := strings.TrimSuffix(strings.TrimSuffix(string(raw), "\n"), "\r")
		if password == "" {
			return "", faultf(ErrNoPassword, "password file %s is empty: write the password into it", s.File)
		}
		return password, nil
	}
	if s.Env != "" {
		if password := os.Getenv(s.Env); password != "" {
			return password, nil
		}
	}
	if s.Terminal == nil || !term.IsTerminal(int(s.Terminal.Fd())) {
		return "", faultf(ErrNoPassword, "no password given: name a password file, %sor start at a terminal", s.envHint())
	}
	return s.prompt()
}

func (s PasswordSource) envHint() string {
	if s.Env == "" {
		return ""
	}
	return "set " + s.Env + ", "
}

func (s PasswordSource) prompt() (string, error) {
	password, err := s.ask(s.Question)
	if err != nil {
		return "", err
	}
	if password == "" {
		return "", faultf(ErrNoPassword, "the password is empty: give one")
	}
	if s.Confirm {
		again, err := s.ask(s.Question + " (again)")
		if err != nil {
			return "", err
		}
		if again != password {
			return "", faultf(ErrPassword, "the two passwords differ: try again")
		}
	}
	return password, nil
}

func (s PasswordSource) ask(question string) (string, error) {
	_, _ = fmt.Fprintf(s.Out, "%s: ", question)
	b, err := term.ReadPassword(int(s.Terminal.Fd()))
	_, _ = fmt.Fprintln(s.Out)
	if err != nil {
		return "", fmt.Errorf("read password: %w", err)
	}
	return string(b), nil
}

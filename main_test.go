//go:build smoke

package main

import (
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	_ "modernc.org/sqlite"
)

// patience is how long the test waits for something to appear before it gives up.
const patience = 60 * time.Second

// TestTheProgramAtWork starts the built program with its embedded default, the demo company, and works it by keyboard alone:
// a new campaign, a price for it, quit. Then it looks into the file.
func TestTheProgramAtWork(t *testing.T) {
	home := t.TempDir()
	program := exec.Command("build/campaigndesk")
	program.Env, program.Stderr = environment(home), os.Stderr
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- program.Wait() }()
	t.Cleanup(func() { program.Process.Kill() })
	company := filepath.Join(home, "data", "campaigndesk", "demo.campaigndesk")

	window(t, "Home")
	keys(t, "ctrl+n")
	window(t, "Campaign Card")
	keys(t, "Tab") // past the blank number: the campaign gets one
	until(t, "the campaign is created", func() bool { return count(company, "campaign", "description=''") == 1 })
	write(t, "Smoke test")
	keys(t, "Tab")
	until(t, "the description is stored", func() bool { return count(company, "campaign", "description='Smoke test'") == 1 })

	keys(t, "ctrl+shift+p")
	window(t, "Sales Prices")
	item := value(company, "SELECT no FROM item ORDER BY no LIMIT 1")
	write(t, item)                      // the cursor is on the item of a new line
	keys(t, "Tab", "Tab", "Tab", "Tab") // over currency, unit and minimum quantity to the price
	write(t, "123.45")
	keys(t, "Return", "Down")
	until(t, "the price is stored", func() bool { return count(company, "sales_price", "unit_price=12345000 AND sales_type=3") == 1 })

	keys(t, "ctrl+q")
	select {
	case err := <-ended:
		if err != nil {
			t.Fatalf("the program ended with %v", err)
		}
	case <-time.After(patience):
		t.Fatal("the program does not quit on Ctrl+Q")
	}
	if n := count(company, "sales_price", "unit_price=12345000 AND sales_code=(SELECT no FROM campaign WHERE description='Smoke test')"); n != 1 {
		t.Errorf("after quitting, the file holds %d prices of the campaign, want 1", n)
	}
}

// environment is that of a user of the program who has never used it before.
func environment(home string) []string {
	return append(os.Environ(), "HOME="+home, "XDG_DATA_HOME="+home+"/data", "XDG_STATE_HOME="+home+"/state", "XDG_CONFIG_HOME="+home+"/config",
		"LANG=en_US.UTF-8", "LC_ALL=en_US.UTF-8")
}

// window waits for a window whose title begins with the text and gives it the keyboard.
func window(t *testing.T, title string) {
	t.Helper()
	until(t, "window "+title, func() bool {
		found, err := exec.Command("xdotool", "search", "--onlyvisible", "--name", "^"+title).Output()
		if err != nil {
			return false
		}
		ids := strings.Fields(string(found))
		return len(ids) > 0 && exec.Command("xdotool", "windowactivate", "--sync", ids[len(ids)-1]).Run() == nil
	})
}

func keys(t *testing.T, names ...string) {
	t.Helper()
	if out, err := exec.Command("xdotool", append([]string{"key", "--clearmodifiers", "--delay", "80"}, names...)...).CombinedOutput(); err != nil {
		t.Fatalf("xdotool key %v: %v %s", names, err, out)
	}
}

func write(t *testing.T, text string) {
	t.Helper()
	if out, err := exec.Command("xdotool", "type", "--delay", "40", text).CombinedOutput(); err != nil {
		t.Fatalf("xdotool type %q: %v %s", text, err, out)
	}
}

// until asks again and again whether something has come about.
func until(t *testing.T, what string, is func() bool) {
	t.Helper()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(100 * time.Millisecond) {
		if is() {
			return
		}
	}
	t.Fatalf("waited in vain: %s", what)
}

// count reads the company's file from outside while the program works in it.
func count(company, table, where string) int {
	n := -1
	query(company, fmt.Sprintf("SELECT count(*) FROM %s WHERE %s", table, where), &n)
	return n
}

func value(company, sql string) (s string) {
	query(company, sql, &s)
	return s
}

func query(company, statement string, into any) {
	db, err := sql.Open("sqlite", "file:"+company+"?mode=ro")
	if err != nil {
		return
	}
	defer db.Close()
	db.QueryRow(statement).Scan(into)
}

//go:build smoke

package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// starts is how often each program is started; the median counts.
const starts = 5

// BenchmarkStart starts the program and an empty Fyne window by turns: with the demo company, and with the large one.
func BenchmarkStart(b *testing.B) {
	empty := filepath.Join(b.TempDir(), "empty")
	if out, err := exec.Command("go", "build", "-tags", "migrated_fynedo,no_emoji,no_animations", "-o", empty, "./testdata/emptywindow").CombinedOutput(); err != nil {
		b.Fatalf("%v %s", err, out)
	}
	env := environment(b.TempDir())
	for _, company := range []struct{ name, path string }{{"demo company", ""}, {"large company", os.Getenv("LARGE_COMPANY")}} {
		b.Run(company.name, func(b *testing.B) {
			if company.name != "demo company" && company.path == "" {
				b.Skip("make bench makes the large company")
			}
			args := slices.DeleteFunc([]string{company.path}, func(path string) bool { return path == "" })
			program := func() footprint { return start(b, env, "Home", quit, "build/campaigndesk", args...) }
			program() // makes the demo company, and the backup of the day
			var ours, theirs []footprint
			for range starts {
				ours = append(ours, program())
				theirs = append(theirs, start(b, env, "Empty", (*os.Process).Kill, empty))
			}
			b.ReportMetric(median(ours, footprint.seconds)/median(theirs, footprint.seconds), "times-empty")
			b.ReportMetric(median(ours, footprint.seconds)*1000, "start-ms")
			b.ReportMetric(median(ours, footprint.megabytes)-median(theirs, footprint.megabytes), "MB-over-empty")
			b.ReportMetric(median(ours, footprint.megabytes), "MB")
			b.ReportMetric(0, "ns/op")
		})
	}
}

// footprint is what a start costs.
type footprint struct {
	window time.Duration // until the first window stands on the screen
	memory int           // resident a second later, in kB
}

func (f footprint) seconds() float64   { return f.window.Seconds() }
func (f footprint) megabytes() float64 { return float64(f.memory) / 1024 }

// start runs a program until its window has stood on the screen for a second, and ends it.
func start(b *testing.B, env []string, title string, end func(*os.Process) error, path string, args ...string) (f footprint) {
	b.Helper()
	program := exec.Command(path, args...)
	program.Env = env
	begun := time.Now()
	if err := program.Start(); err != nil {
		b.Fatal(err)
	}
	defer time.AfterFunc(patience, func() { program.Process.Kill() }).Stop()
	defer program.Wait()
	defer end(program.Process)
	for ; exec.Command("xdotool", "search", "--onlyvisible", "--name", "^"+title).Run() != nil; time.Sleep(time.Millisecond) {
		if time.Since(begun) > patience {
			b.Fatalf("waited in vain for the window %s", title)
		}
	}
	f.window = time.Since(begun)
	time.Sleep(time.Second)
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", program.Process.Pid))
	if err != nil {
		b.Fatal(err)
	}
	_, resident, _ := strings.Cut(string(status), "VmRSS:")
	if _, err := fmt.Sscan(resident, &f.memory); err != nil {
		b.Fatal(err)
	}
	return f
}

// quit ends the program as its user does, so that the company is closed well and opens without being checked.
func quit(*os.Process) error {
	return exec.Command("xdotool", "search", "--onlyvisible", "--name", "^Home", "windowactivate", "--sync", "key", "--clearmodifiers", "ctrl+q").Run()
}

func median(all []footprint, value func(footprint) float64) float64 {
	values := make([]float64, len(all))
	for i := range all {
		values[i] = value(all[i])
	}
	slices.Sort(values)
	return values[len(values)/2]
}

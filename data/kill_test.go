package data

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
	"time"
)

// writeUntilKilled is the process to be killed: it carries out commands, each of two rows in two tables, and confirms
// each on stdout when Write has returned. Now and then it undoes and redoes one, or changes all rows at once.
func writeUntilKilled(path string) {
	db, err := Open(path)
	if err != nil {
		fmt.Println("error", err)
		return
	}
	fail := func(err error) {
		if err != nil {
			fmt.Println("error", err)
			os.Exit(1)
		}
	}
	last, err := lastNumber(db)
	fail(err)
	for n := last + 1; ; n++ {
		fail(db.Write(context.Background(), Msg("test", n), func(tx *Tx) error { return numbered(tx, n) }))
		if n%10 == 3 {
			_, err := db.Undo(context.Background())
			fail(err)
			_, err = db.Redo(context.Background())
			fail(err)
		}
		fmt.Println(n)
		if n%40 == 6 {
			fail(db.Write(context.Background(), Msg("large"), func(tx *Tx) error {
				_, err := tx.exec("UPDATE campaign SET dimension_1_code=?", fmt.Sprint(n))
				return err
			}))
		}
	}
}

// numbered is the command number n.
func numbered(tx *Tx, n int) error {
	c := Campaign{No: CampaignNo(fmt.Sprintf("C%08d", n)), Description: fmt.Sprint("Kampanj ", n)}
	if err := Campaigns.Insert(tx, &c); err != nil {
		return err
	}
	return CommentLines.Insert(tx, &CommentLine{TableName: CommentOnCampaign, No: string(c.No), LineNo: n, Comment: fmt.Sprint(n)})
}

func lastNumber(r Reader) (int, error) {
	return scalar[int](r, "SELECT ifnull(max(cast(substr(no, 2) AS INTEGER)), 0) FROM campaign")
}

// Whenever a process is killed, everything it had confirmed is in the file, nothing is there by halves, the file is
// sound, and the last command can be undone.
func TestKilledAtAnyMomentNothingConfirmedIsLost(t *testing.T) {
	kills := 200
	if testing.Short() {
		kills = 20
	}
	path := closedCompany(t)
	lost := 0
	for range kills {
		victim, said, _ := child(t, "write", path)
		confirmed := 0
		ended := make(chan bool)
		started := make(chan bool, 1)
		go func() {
			defer close(ended)
			for said.Scan() {
				n, err := strconv.Atoi(said.Text())
				if err != nil {
					t.Errorf("the process said %q", said.Text())
					break
				}
				confirmed = n
				select {
				case started <- true:
				default:
				}
			}
		}()
		select {
		case <-started:
			time.Sleep(time.Duration(rand.IntN(30_000)) * time.Microsecond) // the moment of death, not a wait for something
		case <-ended:
		}
		victim.Process.Kill()
		<-ended
		victim.Wait()

		db := opened(t, path) // which checks the file
		last, err := lastNumber(db)
		if err != nil {
			t.Fatal(err)
		}
		if last < confirmed || last > confirmed+1 {
			t.Fatalf("%d was confirmed, %d is there", confirmed, last)
		}
		lost += last - confirmed
		for name, query := range map[string]string{
			"campaigns without their comment": "SELECT count(*) FROM campaign WHERE no<>'CP1' AND NOT EXISTS (SELECT 1 FROM comment_line WHERE table_name=1 AND comment_line.no=campaign.no)",
			"gaps":                            "SELECT max(line_no)-count(*) FROM comment_line",
			"halves of a large command":       "SELECT max(0, count(DISTINCT nullif(dimension_1_code, ''))-1) FROM campaign",
			"campaigns that search misses":    "SELECT (SELECT count(*) FROM campaign)-(SELECT count(*) FROM search_campaign WHERE search_campaign MATCH 'c*')",
			"entries without rows":            "SELECT count(*) FROM journal WHERE state<>2 AND rows <> (SELECT count(*) FROM journal_row WHERE entry=journal.id)",
		} {
			if n, err := scalar[int](db, query); err != nil || n != 0 {
				t.Fatalf("%d %s, %v", n, name, err)
			}
		}
		if _, err := db.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Redo(t.Context()); err != nil {
			t.Fatal(err)
		}
		if err := db.Close(); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d kills; %d commands were in the file but not yet confirmed", kills, lost)
}

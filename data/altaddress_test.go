package data

import "testing"

func TestTheActiveAddressIsThatOfTheRangeThatStartsLast(t *testing.T) { // CO-40
	db := walkthrough(t)
	write(t, db, func(tx *Tx) error {
		for _, r := range []AltAddressRange{
			{AltAddressCode: "OPEN", StartingDate: "2024-03-01"},
			{AltAddressCode: "MARCH", StartingDate: "2024-03-10", EndingDate: "2024-03-20"},
			{AltAddressCode: "OLD", EndingDate: "2024-02-10"},
		} {
			r.ContactNo = "CT11"
			if err := AltAddressRanges.Insert(tx, &r); err != nil {
				return err
			}
		}
		return nil
	})
	for day, want := range map[Date]AltAddressCode{"2024-02-10": "OLD", "2024-02-11": "", "2024-03-01": "OPEN", "2024-03-10": "MARCH", "2024-03-20": "MARCH", "2024-03-21": "OPEN"} {
		if got, err := ActiveAltAddress(db, "CT11", day); got != want || err != nil {
			t.Errorf("%s: %q, want %q, %v", day, got, want, err)
		}
	}
}

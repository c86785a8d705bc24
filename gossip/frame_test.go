package gossip

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/stretchr/testify/require"
)

func TestFrameRoundTrip(t *testing.T) {
	for _, size := range []int{0, 1, firstChunk - 1, firstChunk, firstChunk + 1, 3*firstChunk + 7, 1 << 20} {
		data := bytes.Repeat([]byte{byte(size)}, size)
		var b bytes.Buffer
		require.NoError(t, writeFrame(&b, []byte{byte(statusOK)}, data))
		st, got, err := readReply(iotest.HalfReader(&b), size)
		require.NoError(t, err)
		require.Equal(t, statusOK, st)
		require.True(t, bytes.Equal(data, got))
	}
}

func TestFrameFaults(t *testing.T) {
	for name, c := range map[string]struct {
		data  []byte
		limit int
		want  error
	}{
		"nothing":         {nil, 10, io.ErrUnexpectedEOF},
		"half a length":   {[]byte{0, 0}, 10, io.ErrUnexpectedEOF},
		"no payload":      {frameHead(1), 10, io.ErrUnexpectedEOF},
		"cut payload":     {append(frameHead(3), 1, 2), 10, io.ErrUnexpectedEOF},
		"one above limit": {append(frameHead(11), make([]byte, 11)...), 10, ErrTooLarge},
		"4 GiB":           {frameHead(1<<32 - 1), 1 << 20, ErrTooLarge},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := readFrame(bytes.NewReader(c.data), c.limit)
			require.ErrorIs(t, err, c.want)
		})
	}
}

func TestLyingLengthAllocatesLittle(t *testing.T) {
	const claimed = 64 << 20
	data := append(frameHead(claimed), make([]byte, 100)...)
	perRun := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, _ = readFrame(bytes.NewReader(data), claimed)
		}
	}).AllocedBytesPerOp()
	require.Less(t, perRun, int64(2*firstChunk))
}

func TestPrintable(t *testing.T) {
	for in, want := range map[string]string{
		"plain": "plain", "two\nlines\x1b[31m": "two lines [31m", "bad\xff": "bad?", strings.Repeat("é", 200): strings.Repeat("é", 128),
	} {
		require.Equal(t, want, printable(in))
	}
}

func FuzzReadReply(f *testing.F) {
	for _, seed := range [][]byte{nil, {0}, {0, 0, 0, 0, 0}, {1, 0, 0, 0, 1, 'x'}, {0, 255, 255, 255, 255}, {9, 0, 0, 0, 0}} {
		f.Add(seed, 100)
	}
	f.Fuzz(func(t *testing.T, data []byte, limit int) {
		if limit < 0 || limit > 1<<20 {
			return
		}
		st, payload, err := readReply(bytes.NewReader(data), limit)
		if err != nil {
			return
		}
		if st == statusOK && len(payload) > limit || st != statusOK && len(payload) > maxRemoteError {
			t.Fatalf("payload of %d bytes passed a limit of %d", len(payload), limit)
		}
		var again bytes.Buffer
		if err := writeFrame(&again, []byte{byte(st)}, payload); err != nil {
			t.Fatal(err)
		}
		if !bytes.HasPrefix(data, again.Bytes()) {
			t.Fatal("encoding what was decoded gives other bytes")
		}
		if st != statusOK {
			if text := printable(string(payload)); len(text) > maxRemoteError || !utf8.ValidString(text) {
				t.Fatalf("not fit to print: %q", text)
			}
		}
	})
}

func FuzzReadFrame(f *testing.F) {
	f.Add([]byte{0, 0, 0, 1, 7}, uint16(10))
	f.Add([]byte{255, 255, 255, 255}, uint16(0))
	f.Fuzz(func(t *testing.T, data []byte, limit uint16) {
		payload, err := readFrame(iotest.OneByteReader(bytes.NewReader(data)), int(limit))
		switch {
		case err == nil && len(payload) > int(limit):
			t.Fatalf("payload of %d bytes passed a limit of %d", len(payload), limit)
		case err != nil && !errors.Is(err, ErrTooLarge) && !errors.Is(err, io.ErrUnexpectedEOF):
			t.Fatalf("unexpected error: %v", err)
		}
	})
}

package gossip

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// On a request stream the caller sends one frame and the server answers with a status byte and one frame. A frame is
// its length in four big-endian bytes and then that many bytes.

// status is the first byte of a reply. The payload of statusOK is the reply; of the others it is a message for people.
type status byte

const (
	statusOK         status = iota // the handler's reply
	statusFailed                   // the handler's error
	statusBusy                     // above the rate or concurrency bound; the request was not read
	statusBadRequest               // too large, or cut short
)

// maxRemoteError bounds the error text of a peer, in bytes.
const maxRemoteError = 256

// firstChunk is how much is allocated on the word of a peer; the rest follows as its bytes arrive.
const firstChunk = 64 << 10

var errUnknownStatus = errors.New("reply has an unknown status")

// readFrame reads a frame of at most limit bytes. A peer that announces more gets ErrTooLarge before anything is read
// or allocated; one that announces much and sends little makes us allocate at most twice what it sent.
func readFrame(r io.Reader, limit int) ([]byte, error) {
	var head [4]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return nil, fmt.Errorf("read length: %w", noEOF(err))
	}
	length := binary.BigEndian.Uint32(head[:])
	if int64(length) > int64(limit) {
		return nil, fmt.Errorf("%d bytes, at most %d: %w", length, limit, ErrTooLarge)
	}
	size := int(length)
	buf := make([]byte, min(size, firstChunk))
	for got := 0; ; {
		if _, err := io.ReadFull(r, buf[got:]); err != nil {
			return nil, fmt.Errorf("read %d bytes: %w", size, noEOF(err))
		}
		got = len(buf)
		if got == size {
			return buf, nil
		}
		grown := make([]byte, min(size, 2*got))
		copy(grown, buf)
		buf = grown
	}
}

// noEOF says that an end inside a frame is a cut, which io.ReadFull does not when it comes before the first byte.
func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// writeFrame writes prefix and a frame in one call, so that a small message is one packet.
func writeFrame(w io.Writer, prefix, data []byte) error {
	buf := make([]byte, 0, len(prefix)+4+len(data))
	buf = append(buf, prefix...)
	buf = binary.BigEndian.AppendUint32(buf, uint32(len(data)))
	buf = append(buf, data...)
	_, err := w.Write(buf)
	return err
}

// readReply reads what a server sends: its status and a payload of at most limit bytes, or a shorter error text.
func readReply(r io.Reader, limit int) (status, []byte, error) {
	var head [1]byte
	if _, err := io.ReadFull(r, head[:]); err != nil {
		return 0, nil, fmt.Errorf("read status: %w", noEOF(err))
	}
	st := status(head[0])
	if st > statusBadRequest {
		return 0, nil, fmt.Errorf("status %d: %w", st, errUnknownStatus)
	}
	if st != statusOK {
		limit = maxRemoteError
	}
	data, err := readFrame(r, limit)
	return st, data, err
}

// printable is text of a peer, or for one, made fit for a log line: valid UTF-8 on one line, at most maxRemoteError
// bytes.
func printable(text string) string {
	text = strings.ToValidUTF8(text, "?")
	text = strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r == '\u2028' || r == '\u2029' {
			return ' '
		}
		return r
	}, text)
	if len(text) <= maxRemoteError {
		return text
	}
	cut := maxRemoteError
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	return text[:cut]
}

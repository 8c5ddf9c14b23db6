/** Good or bad news; always said in words or by a sign too, never by colour alone. */
export type Tone = 'good' | 'neutral' | 'bad';

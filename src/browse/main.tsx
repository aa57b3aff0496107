import { render } from 'preact'
import { Site } from './site.tsx'

render(<Site />, document.body)
